import { pathToFileURL } from "node:url";
import { ensureInstalled } from "../app/cli/setup.mjs";
import { command, Plainly, say, stopRunning } from "../app/cli/terminal.mjs";
import { buildPart, check, endToEnd, suites } from "./support/parts.mjs";
import { choose } from "./support/selection.mjs";
import { startServices } from "./support/services.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/** `npm test`: everything, or the part that is named: unit, integration, routes, e2e, or a piece of a file's name. */
async function test() {
  const began = performance.now();
  const { checks, build, vitest, e2e } = choose(process.argv.slice(2));
  await ensureInstalled({ quiet: true });

  /** @type {Count} */
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @param {Count} count */
  const add = (count) => {
    for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += count[key];
  };

  const services = startServices({
    database: vitest.needsServices || e2e.wanted,
    files: vitest.needsServices || e2e.wanted,
    browser: e2e.wanted,
  });
  const stop = stopOnSignal(services.kill);
  try {
    if (checks) {
      add(await check("format"));
      add(await check("lint"));
    }
    // The type checker and the bundler use one core each, while the system's packages arrive.
    const [types, built] = await Promise.all([checks ? check("types") : undefined, build ? buildPart() : undefined]);
    if (types) add(types);
    if (built) add(built);

    const ready = await services.ready;
    add(ready.count);
    if (vitest.wanted) add(await suites(vitest.filters, ready.env));
    if (e2e.wanted && ready.hasBrowser) {
      if (built?.failed) say("✗ end-to-end: there is no build to test");
      else add(await endToEnd(e2e.filters, ready.env));
    }
  } finally {
    await services.stop();
    stop();
  }
  conclude(total, began);
}

/** @param {() => void} kill */
function stopOnSignal(kill) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  /** @param {NodeJS.Signals} signal */
  const onSignal = async (signal) => {
    say("\nStopping …");
    await stopRunning(signal);
    kill();
    process.exit(130);
  };
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/**
 * @param {Count} total
 * @param {number} began
 */
function conclude({ passed, failed, skipped }, began) {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  say(`\nThat took ${minutes} minutes.`);
  if (skipped > 0 && process.env.CI) {
    say(`${skipped} skipped: where CI is set that counts as failed.`);
    failed += skipped;
    skipped = 0;
  }
  if (passed + failed + skipped === 0) throw new Plainly("Nothing was tested.");
  process.exitCode = failed > 0 ? 1 : 0;
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await command(test);
