import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import {
  command,
  findProgram,
  installPackages,
  isProgram,
  lastLines,
  mayInstallPackages,
  Plainly,
  run,
  say,
} from "../../app/cli/terminal.mjs";
import { temporaryFolder } from "./temporary.mjs";

// Durability is not what these tests look at: without fsync they take a third of the time.
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "unix_socket_directories=",
  "timezone=UTC",
];

/**
 * The folder of PostgreSQL's own programs; installs Debian's package when there is none and we may.
 * @returns {Promise<string>}
 */
export async function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  const advice = "Install PostgreSQL's server (Debian: apt-get install postgresql) and run this again.";
  if (!mayInstallPackages()) throw new Plainly(`The tests need a PostgreSQL server of their own.\n${advice}`);
  // The package would start a cluster of its own; the tests want only the programs.
  await run("sh", [
    "-c",
    "mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf",
  ]);
  const failure = await installPackages(["postgresql"], "the tests start a database server of their own");
  const installed = findPostgres();
  if (installed) return installed;
  throw new Plainly(`PostgreSQL could not be installed: ${failure ?? "initdb is not where it should be"}.\n${advice}`);
}

/** @returns {string | undefined} */
function findPostgres() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const homebrew = [
    "/opt/homebrew/bin",
    "/usr/local/bin",
    ...["18", "17", "16", "15"].map((version) => `/opt/homebrew/opt/postgresql@${version}/bin`),
  ];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...homebrew];
  const complete = folders.find((folder) => isProgram(join(folder, "initdb")) && isProgram(join(folder, "postgres")));
  if (complete) return complete;
  const onPath = findProgram(["initdb"]);
  return onPath && isProgram(join(dirname(onPath), "postgres")) ? dirname(onPath) : undefined;
}

/**
 * Starts a PostgreSQL server in a folder of its own, on a free port of 127.0.0.1, for this run alone. `own` is
 * told of it before it starts.
 * @param {(service: import("./temporary.mjs").Service) => void} [own]
 * @returns {Promise<import("./temporary.mjs").Service & { url: string }>}
 */
export async function startPostgres(own) {
  const programs = await ensurePostgres();
  const folder = temporaryFolder("postgres", endAbandoned);
  const owner = ownerOfServer();
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let server;
  const kill = () => {
    server?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const stop = async () => {
    server?.kill("SIGINT");
    for (let waited = 0; server && server.exitCode === null && waited < 10_000; waited += 50) await wait(50);
    kill();
  };
  own?.({ stop, kill });
  await initialise({ programs, data, folder, owner });

  const port = await freePort();
  let log = "";
  server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...SETTINGS.flatMap((setting) => ["-c", setting])],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"], ...owner },
  );
  server.stderr?.setEncoding("utf8").on("data", (words) => {
    log = `${log}${words}`.slice(-20_000);
  });
  try {
    await answering({ programs, port, server, log: () => log });
  } catch (error) {
    kill();
    throw error;
  }
  return { url: `postgres://tidemark@127.0.0.1:${port}/postgres`, stop, kill };
}

/** @param {string} folder */
function endAbandoned(folder) {
  const note = join(folder, "data", "postmaster.pid");
  if (!existsSync(note)) return;
  const [pid = "", data = ""] = readFileSync(note, "utf8").split("\n");
  const { stdout } = spawnSync("ps", ["-o", "args=", "-p", pid], { encoding: "utf8" });
  if (stdout?.includes(data)) process.kill(Number(pid), "SIGQUIT");
}

/**
 * PostgreSQL refuses to run as root; then it runs as the user its package made, or as nobody.
 * @returns {{ uid?: number, gid?: number }}
 */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((part) =>
      Number.parseInt(spawnSync("id", [part, name], { encoding: "utf8" }).stdout, 10),
    );
    if (uid !== undefined && gid !== undefined && !Number.isNaN(uid) && !Number.isNaN(gid)) return { uid, gid };
  }
  throw new Plainly("PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as.");
}

/** @param {{ programs: string, data: string, folder: string, owner: { uid?: number, gid?: number } }} where */
async function initialise({ programs, data, folder, owner }) {
  const basics = ["-D", data, "--username=tidemark", "--auth=trust", "--encoding=UTF8", "--no-sync"];
  // With ICU text sorts as in real installations, not by bytes as in SQLite: an order left to SQL shows itself.
  const locales = [
    ["--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8"],
    ["--locale=C.UTF-8"],
    ["--no-locale"],
  ];
  let words = "";
  for (const locale of locales) {
    const { code, output } = await run(join(programs, "initdb"), [...basics, ...locale], { cwd: folder, ...owner });
    if (code === 0) return;
    words = output;
    rmSync(data, { recursive: true, force: true });
  }
  throw new Plainly(`initdb failed:\n${lastLines(words, 8)}`);
}

/** @param {{ programs: string, port: number, server: import("node:child_process").ChildProcess, log: () => string }} server */
async function answering({ programs, port, server, log }) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) break;
    const { code } = await run(join(programs, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]);
    if (code === 0) return;
    await wait(100);
  }
  throw new Plainly(`PostgreSQL does not answer:\n${lastLines(log(), 8)}`);
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

// `node tests/support/postgres.mjs npx vitest run tests/integration` runs one command with a server of its own.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(async () => {
    const [program, ...args] = process.argv.slice(2);
    if (!program) throw new Plainly("Usage: node tests/support/postgres.mjs COMMAND …");
    const server = await startPostgres();
    say(`PostgreSQL answers on ${server.url}`);
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, TEST_POSTGRES_URL: server.url } });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((resolve) => {
      child.once("error", () => resolve(127));
      child.once("exit", (code) => resolve(code ?? 1));
    });
    await server.stop();
  });
