import { pathToFileURL } from "node:url";
import { clientDirectory } from "./build.mjs";
import { ensureInstalled } from "./setup.mjs";
import { plainly } from "./start.mjs";
import { command, root, say } from "./terminal.mjs";

/** The development server: Vite in front, and the same server behind it as in production. */
export async function develop() {
  process.env.NODE_ENV ??= "development";
  process.env.HOST ??= "127.0.0.1";
  await ensureInstalled({ quiet: true });
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  // Asked anew for every request, so that a saved file is what the next request sees.
  const build = () => vite.ssrLoadModule("virtual:remix/server-build");
  try {
    const { entry } = await build();
    const options = { clientDirectory, mode: "development", front: vite.middlewares };
    const { port } = await entry.module.serve(build, options);
    say(`Developing on http://localhost:${port}`);
  } catch (error) {
    await vite.close();
    throw plainly(error, "PORT=3001 npm run dev");
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await command(develop);
