import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Plainly, root } from "../../app/cli/terminal.mjs";

const FOLDERS = ["unit", "integration", "routes", "e2e"];

/**
 * What the words after `npm test --` ask for. No word asks for everything.
 * @param {string[]} words
 */
export function choose(words) {
  const files = FOLDERS.flatMap((folder) => testFiles(`tests/${folder}`));
  const chosen = words.length === 0 ? files : files.filter((file) => words.some((word) => matches(file, word)));
  if (chosen.length === 0) throw new Plainly(`No test file matches ${words.join(" ")}.`);
  const e2e = chosen.filter((file) => file.startsWith("tests/e2e/"));
  const vitest = chosen.filter((file) => !file.startsWith("tests/e2e/"));
  const isAll = words.length === 0;
  return {
    checks: isAll,
    build: isAll || e2e.length > 0,
    vitest: {
      wanted: vitest.length > 0,
      filters: isAll ? [] : vitest,
      needsServices: vitest.some((file) => !file.startsWith("tests/unit/")),
    },
    e2e: { wanted: e2e.length > 0, filters: isAll ? [] : e2e },
  };
}

/**
 * @param {string} file
 * @param {string} word
 */
function matches(file, word) {
  return FOLDERS.includes(word) ? file.startsWith(`tests/${word}/`) : file.includes(word.replaceAll("\\", "/"));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return testFiles(path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
