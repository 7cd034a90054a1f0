import { Plainly, say } from "../../app/cli/terminal.mjs";
import { ensureChromium } from "./chromium.mjs";
import { startPostgres } from "./postgres.mjs";
import { startS3 } from "./s3.mjs";

/**
 * Starts what the tests need beside Node, all at once, while other work goes on. Each is this run's own and temporary.
 * What cannot be had counts as failed on CI and as skipped elsewhere; either way it is said.
 * @param {{ database: boolean, files: boolean, browser: boolean }} wanted
 */
export function startServices({ database, files, browser }) {
  /** @type {import("./temporary.mjs").Service[]} */
  const begun = [];
  /** @param {import("./temporary.mjs").Service} service */
  const own = (service) => begun.push(service);

  const ready = Promise.all([
    attempt(database, "PostgreSQL", async () => {
      const { url } = await startPostgres(own);
      return { TEST_POSTGRES_URL: url };
    }),
    attempt(files, "S3", async () => (await startS3(own)).env),
    attempt(browser, "Chromium", async () => ({ CHROMIUM: await ensureChromium() })),
  ]).then((results) => ({
    env: Object.assign({}, ...results.map((result) => result.env)),
    hasBrowser: results[2].count.failed + results[2].count.skipped === 0,
    count: {
      passed: 0,
      failed: results.reduce((sum, { count }) => sum + count.failed, 0),
      skipped: results.reduce((sum, { count }) => sum + count.skipped, 0),
    },
  }));

  return {
    ready,
    async stop() {
      await Promise.all(begun.map((service) => service.stop()));
    },
    kill() {
      for (const service of begun) service.kill();
    },
  };
}

/**
 * @param {boolean} isWanted
 * @param {string} name
 * @param {() => Promise<Record<string, string>>} begin
 */
async function attempt(isWanted, name, begin) {
  const nothing = { failed: 0, skipped: 0 };
  if (!isWanted) return { env: {}, count: nothing };
  try {
    const env = await begin();
    say(`✓ ${name} is ready`);
    return { env, count: nothing };
  } catch (error) {
    if (!(error instanceof Plainly)) throw error;
    say(`✗ ${name}: ${error.message}`);
    return { env: {}, count: process.env.CI ? { failed: 1, skipped: 0 } : { failed: 0, skipped: 1 } };
  }
}
