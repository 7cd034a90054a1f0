import { describe, expect, test } from "vitest";
import { abilities } from "#app/auth/abilities.ts";
import { byteDoors, letterDoors, routeDoors } from "#app/auth/doors.ts";
import { letterKinds } from "#app/mail/kinds.ts";
import { filesBelow, readText } from "#tests/support/sources.ts";

const modules = [...readText("app/routes.ts").matchAll(/"(routes\/[^"]+)\.tsx?"/g)].map(([, path = ""]) => path);

/** The abilities a module names at the gate: `enter(…, "x")`, what lets the thing be seen, and `holds("x")`. */
function asked(source: string): string[] {
  const named = Object.keys(abilities).filter((ability) => source.includes(`"${ability}"`));
  return named.sort();
}
const sourceOf = (door: string) => {
  const path = filesBelow("app/routes").find((file) => file.replace(/\.tsx?$/, "") === `app/${door}`);
  return path ? readText(path) : "";
};

describe("every route", () => {
  test("has a line among the doors, and every line a route", () => {
    expect(Object.keys(routeDoors).sort()).toEqual([...modules].sort());
  });

  test("of the folder is on the map", () => {
    const files = filesBelow("app/routes").map((path) => path.replace(/^app\/|\.tsx?$/g, ""));
    expect(files.filter((path) => !modules.includes(path))).toEqual([]);
  });

  test.each(Object.entries(routeDoors))("%s asks the gate for what its line says", (door, line) => {
    const source = sourceOf(door);
    expect(source).not.toBe("");
    const gate = asked(source);
    if (line.length === 1 && line[0] === "public.read") {
      expect(gate.filter((ability) => ability !== "public.read")).toEqual([]);
      return;
    }
    expect(source).toContain("enter(");
    expect(line.filter((ability) => !gate.includes(ability))).toEqual([]);
  });

  test.each(Object.entries(routeDoors).filter(([, line]) => line[0] !== "public.read"))(
    "%s asks the gate in each of its doors",
    (door) => {
      const source = sourceOf(door);
      const parts = source.split(/export async function (?=loader|action)/).slice(1);
      expect(parts.length).toBeGreaterThan(0);
      // By itself, or by a function of the module that asks.
      const askers = source
        .split(/(?=(?:async )?function )/)
        .filter((piece) => piece.includes("enter("))
        .flatMap((piece) => /function (\w+)/.exec(piece)?.[1] ?? [])
        .filter((name) => name !== "loader" && name !== "action");
      for (const part of parts) expect(["enter", ...askers].some((name) => part.includes(`${name}(`))).toBe(true);
    },
  );
});

test("every door in front of the pages is one the server has", () => {
  const server = filesBelow("app/server").map(readText).join("\n");
  for (const door of Object.keys(byteDoors)) {
    const [, path = ""] = door.split(" ");
    expect([door, server.includes(`"${path}"`) || server.includes(path)]).toEqual([door, true]);
  }
});

test("every address the server answers before the pages is among the doors", () => {
  const server = filesBelow("app/server").map(readText).join("\n");
  const asked = [...server.matchAll(/\.(get|post|put|delete|all)\(\s*"(\/[^"]*)"/g)];
  const doors = asked.map(([, method = "", path = ""]) => `${method.toUpperCase()} ${path}`);
  expect(doors.length).toBeGreaterThan(8);
  expect(doors.filter((door) => !(door in byteDoors))).toEqual([]);
});

test("every kind of letter says on whose behalf it is written", () => {
  expect(Object.keys(letterDoors).sort()).toEqual([...letterKinds].sort());
});
