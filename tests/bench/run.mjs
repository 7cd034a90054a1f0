import { ensureBuilt } from "../../app/cli/build.mjs";
import { ensureInstalled } from "../../app/cli/setup.mjs";
import { command } from "../../app/cli/terminal.mjs";

// `npm run bench`: every benchmark, or those that are named: `npm run bench -- save list`. With `--profile` the server
// also leaves a CPU profile in bench-results, to be opened in Chrome's developer tools.
await command(async () => {
  await ensureInstalled({ quiet: true });
  await ensureBuilt();
  const { tsImport } = await import("tsx/esm/api");
  const { bench } = await tsImport("./bench.ts", import.meta.url);
  const words = process.argv.slice(2);
  await bench(
    words.filter((word) => !word.startsWith("--")),
    { profile: words.includes("--profile") },
  );
});
