import { ensureBuilt } from "../../app/cli/build.mjs";
import { ensureInstalled } from "../../app/cli/setup.mjs";
import { command } from "../../app/cli/terminal.mjs";

// `npm run bench`: every benchmark, or those that are named: `npm run bench -- save list`. With `--profile` the server
// also leaves a CPU profile in bench-results, to be opened in Chrome's developer tools.
// `npm run bench -- fairness 100`: our ranking beside others on a hundred simulated rounds of each kind. `-- juries`: assignment and ranking of a very large round.
await command(async () => {
  await ensureInstalled({ quiet: true });
  await ensureBuilt();
  const { tsImport } = await import("tsx/esm/api");
  const words = process.argv.slice(2);
  if (words[0] === "fairness") {
    const { benchFairness } = await tsImport("./fairness.ts", import.meta.url);
    return benchFairness(Number(words[1] ?? 100));
  }
  if (words[0] === "juries") {
    const { benchAssignment, benchRanking } = await tsImport("./jury.ts", import.meta.url);
    benchAssignment();
    return benchRanking();
  }
  const { bench } = await tsImport("./bench.ts", import.meta.url);
  await bench(
    words.filter((word) => !word.startsWith("--")),
    { profile: words.includes("--profile") },
  );
});
