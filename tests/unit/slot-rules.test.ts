import { describe, expect, test } from "vitest";
import type { FileFacts } from "#app/features/call/answers.ts";
import type { Slot } from "#app/features/call/definition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { slotCountObstacles, slotObstacles } from "#app/features/file/slot-rules.ts";
import { sizeText } from "#app/lib/size-text.ts";

const slots = weekTemplate.programmes.flatMap(({ calls }) => calls.flatMap(({ definition }) => definition.slots));

function slotNamed(id: string): Slot {
  const slot = slots.find((one) => one.id === id);
  if (!slot) throw new Error(`no slot ${id}`);
  return slot;
}

const film = {
  name: "film.mp4",
  bytes: 1_000_000,
  format: "mp4",
  seconds: 60,
  width: 1920,
  height: 1080,
  codec: "avc",
};
const letter = { name: "letter.pdf", bytes: 1_000, format: "pdf", pages: 1 };
const poster = { name: "poster.png", bytes: 1_000, format: "png", width: 1920, height: 1080 };

describe("a file in a slot", () => {
  test.each<[string, string, Omit<FileFacts, "slot">, object[]]>([
    ["screener", "that fits", film, []],
    ["screener", "in another spelling of its format and codec", { ...film, format: "M4V", codec: "avc1.64001f" }, []],
    ["screener", "in a wide format", { ...film, height: 804 }, []],
    ["screener", "standing upright", { ...film, width: 1080, height: 1920 }, []],
    ["screener", "of which nothing is known yet", { name: "film.mp4", bytes: 1, format: "mp4" }, []],
    ["screener", "of thirty minutes and a few frames", { ...film, seconds: 1800.96 }, []],
    [
      "screener",
      "a second too long",
      { ...film, seconds: 1801 },
      [{ code: "too-long-film", facts: { limit: 30, length: "0:30:01" } }],
    ],
    [
      "screener",
      "of low resolution",
      { ...film, width: 1280, height: 720 },
      [{ code: "film-too-low", facts: { limit: 1080, width: 1280, height: 720 } }],
    ],
    [
      "screener",
      "in another codec",
      { ...film, codec: "hvc1.2.4" },
      [{ code: "codec-not-accepted", facts: { wanted: "H264", found: "hvc1.2.4" } }],
    ],
    ["screener", "with nothing in it", { ...film, bytes: 0 }, [{ code: "file-empty" }]],
    ["screener", "of exactly the most bytes", { ...film, bytes: 8 * 1024 ** 3 }, []],
    [
      "screener",
      "of a byte more",
      { ...film, bytes: 8 * 1024 ** 3 + 1 },
      [{ code: "file-too-large", facts: { limit: "8 GB", size: "8 GB" } }],
    ],
    [
      "screener",
      "that is no film",
      letter,
      [{ code: "format-not-accepted", facts: { found: "pdf", formats: "mp4, mov" } }],
    ],
    [
      "screener",
      "whose format was not found",
      { ...film, format: "" },
      [{ code: "format-not-accepted", facts: { found: "?", formats: "mp4, mov" } }],
    ],
    ["rights_letter", "that fits", letter, []],
    ["rights_letter", "scanned", { ...letter, format: "jpeg" }, []],
    [
      "rights_letter",
      "of too many pages",
      { ...letter, pages: 7 },
      [{ code: "too-many-pages", facts: { limit: 6, count: 7 } }],
    ],
    ["poster_h", "that fits", poster, []],
    [
      "poster_h",
      "a pixel too small",
      { ...poster, height: 1079 },
      [
        {
          code: "picture-too-small",
          facts: { minWidth: 1920, minHeight: 1080, width: 1920, height: 1079 },
        },
      ],
    ],
  ])("%s: one %s", (id, _what, facts, expected) => {
    const obstacles = slotObstacles(slotNamed(id), { slot: id, ...facts });
    expect(obstacles).toEqual(expected.map((obstacle) => ({ ...obstacle, at: id })));
  });

  test("is told everything at once", () => {
    const hopeless = {
      slot: "screener",
      name: "x",
      bytes: 0,
      format: "avi",
      seconds: 9e9,
      width: 1,
      height: 1,
      codec: "vp9",
    };
    expect(slotObstacles(slotNamed("screener"), hopeless).map(({ code }) => code)).toEqual([
      "format-not-accepted",
      "file-empty",
      "too-long-film",
      "film-too-low",
      "codec-not-accepted",
    ]);
  });
});

test.each([
  ["screener", 0, true, ["file-required"]],
  ["screener", 1, true, []],
  ["screener", 2, true, ["too-many-files"]],
  ["agent_letter", 0, false, []],
  ["agent_letter", 0, true, ["file-required"]],
  ["episode_files", 2, true, ["too-few-files"]],
  ["episode_files", 3, true, []],
  ["episode_files", 13, true, ["too-many-files"]],
  ["stills", 0, false, []],
  ["stills", 6, false, ["too-many-files"]],
])("%s with %i files (required: %s): %j", (id, count, required, codes) => {
  expect(slotCountObstacles(slotNamed(id), count, required).map(({ code }) => code)).toEqual(codes);
});

test.each([
  [0, "0 B"],
  [1, "1 B"],
  [1023, "1023 B"],
  [1024, "1 KB"],
  [20 * 1024 ** 2, "20 MB"],
  [1.5 * 1024 ** 3, "1.5 GB"],
  [64 * 1024 ** 3, "64 GB"],
])("%i bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
