import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Measures } from "./measures.mjs";

/** A server in a process of its own that can be asked what it has spent. */
export type Measured = { port: number; measure(): Promise<Measures>; stop(): Promise<void> };
type Start = { port: number; env: Record<string, string>; execArgv?: readonly string[] };

/** Starts one of this folder's servers and waits until it listens. */
export async function startMeasured(file: string, { port, env, execArgv = [] }: Start): Promise<Measured> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: [...execArgv],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await nextMessage(child);
  return {
    port,
    async measure() {
      child.send("measure");
      return (await nextMessage(child)) as Measures;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("the server ended before its time"));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.off("exit", gone);
      resolve(message);
    });
  });
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("no port was given");
  return address.port;
}
