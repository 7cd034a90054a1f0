import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 4310);
const scaledPort = Number(process.env.E2E_SCALED_PORT ?? 4311);
const isScaled = Boolean(process.env.TEST_POSTGRES_URL && process.env.S3_ENDPOINT);
const executablePath = await findChromium();

/** The same journeys on the embedded defaults and, where both are at hand, on PostgreSQL and S3. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  timeout: 90_000,
  globalTimeout: 19 * 60_000,
  expect: { timeout: 10_000 },
  workers: process.env.E2E_WORKERS ? Number(process.env.E2E_WORKERS) : 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: "list",
  use: {
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
  projects: [
    { name: "embedded", use: { baseURL: `http://localhost:${port}` } },
    ...(isScaled ? [{ name: "scaled", testMatch: /journey/, use: { baseURL: `http://localhost:${scaledPort}` } }] : []),
  ],
  webServer: [server("embedded", port), ...(isScaled ? [server("scaled", scaledPort)] : [])],
});

function server(kind: "embedded" | "scaled", listens: number) {
  return {
    name: kind,
    command: `"${process.execPath}" tests/support/e2e-server.mjs ${kind}`,
    url: `http://127.0.0.1:${listens}/readyz`,
    env: { PORT: String(listens) },
    timeout: 240_000,
    stdout: "pipe" as const,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
  };
}
