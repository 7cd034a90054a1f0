import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Source = {
  path: string;
  text: string;
  /** What reaches the running program, and what only the type checker sees. */
  imports: string[];
  typeImports: string[];
};

export const root = fileURLToPath(new URL("../../", import.meta.url));

const NOT_OURS = /^(node_modules|build|data|bench-results|test-results|playwright-report|\.cache|\.git)$/;

/** Every file of the repository below `folder`, as paths from its root with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.test(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** A module with the names of what it imports. */
export function sourceOf(path: string, text: string): Source {
  const statements = [...text.matchAll(/^\s*(?:import|export)\s(type\s)?[^"';]*?from\s+["']([^"']+)["']/gm)];
  const dynamic = [...text.matchAll(/\bimport\(\s*["']([^"']+)["']|^\s*import\s+["']([^"']+)["']/gm)];
  return {
    path,
    text,
    imports: [
      ...statements.filter(([, type]) => !type).map(([, , name]) => name ?? ""),
      ...dynamic.map(([, called, bare]) => called ?? bare ?? ""),
    ],
    typeImports: statements.filter(([, type]) => type).map(([, , name]) => name ?? ""),
  };
}

export const sources: readonly Source[] = ["app", "db", "storage", "tests"]
  .flatMap((folder) => {
    try {
      return filesBelow(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  })
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => sourceOf(path, readText(path)));
