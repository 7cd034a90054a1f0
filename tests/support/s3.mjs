import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findProgram, lastLines, mayInstallPackages, Plainly, root, run } from "../../app/cli/terminal.mjs";
import { temporaryFolder } from "./temporary.mjs";

const script = join(root, "tests", "support", "s3-server.sh");
const PROGRAMS = ["ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "curl"];

/** Whether a real S3 server can be started here; its script installs what is missing where that is allowed. */
export function ensureS3() {
  const lacking = PROGRAMS.filter((program) => !findProgram([program]));
  if (lacking.length === 0 || mayInstallPackages()) return;
  throw new Plainly(
    `The tests need a real S3 server: ${lacking.join(", ")} missing.\nOnce, as root: apt-get install radosgw ceph-mon ceph-osd curl`,
  );
}

/**
 * Starts a real S3 server (Ceph's gateway) for this run alone. `own` is told of it before it starts.
 * @param {(service: import("./temporary.mjs").Service) => void} [own]
 * @returns {Promise<import("./temporary.mjs").Service & { env: Record<string, string> }>}
 */
export async function startS3(own) {
  ensureS3();
  const folder = temporaryFolder("s3", (abandoned) => stopServer(join(abandoned, "server")));
  const data = join(folder, "server");
  const kill = () => {
    stopServer(data);
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = async () => {
    await run("bash", [script, "stop", data]);
    kill();
  };
  own?.({ stop, kill });
  // Ports are taken in a row from a random start; should one be in use, another row is free.
  let words = "";
  for (let attempt = 0; attempt < 3; attempt++) {
    const ports = { S3_PORT: String(20_000 + Math.floor(Math.random() * 200) * 50), S3_SIZE_GB: "8" };
    const env = { ...process.env, ...ports };
    const { code, output } = await run("bash", [script, "start", data], { env, limit: 10 * 60_000 });
    if (code === 0) return { env: exportsOf(output), stop, kill };
    stopServer(data);
    rmSync(data, { recursive: true, force: true });
    words = output;
  }
  kill();
  throw new Plainly(`The S3 server did not start:\n${lastLines(words, 10)}`);
}

/** @param {string} data */
function stopServer(data) {
  spawnSync("bash", [script, "stop", data], { stdio: "ignore", timeout: 60_000 });
}

/**
 * The lines `export NAME=value` as the shell quotes them.
 * @param {string} output
 */
function exportsOf(output) {
  const lines = output.matchAll(/^export (\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value.replace(/\\(.)/g, "$1")]));
}
