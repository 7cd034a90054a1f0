import { cpSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixOptions), pdfReaderParts()],
  build: { target: "es2022" },
  worker: { format: "es" },
});

/**
 * What the reader of PDFs asks for while it reads: character maps and fonts for documents that bring none, as many
 * Chinese ones do, and decoders for scanned pages. They lie under its version, so that browsers may keep them for ever.
 */
function pdfReaderParts(): Plugin {
  const manifest = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folders = ["cmaps", "standard_fonts", "wasm", "iccs"];
  const address = `assets/pdfjs-${version}`;
  let isServer = false;
  return {
    name: "pdf-reader-parts",
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
    },
    configureServer({ middlewares }) {
      const asked = new RegExp(`^/${address}/((?:${folders.join("|")})/[\\w.-]+)$`);
      middlewares.use((request, response, next) => {
        const part = asked.exec(request.url ?? "")?.[1];
        const path = join(dirname(manifest), part ?? "");
        if (!part || !existsSync(path)) return next();
        response.setHeader("Content-Type", path.endsWith(".js") ? "text/javascript" : "application/octet-stream");
        response.end(readFileSync(path));
      });
    },
    writeBundle({ dir }) {
      if (isServer || !dir) return;
      for (const folder of folders)
        cpSync(join(dirname(manifest), folder), join(dir, address, folder), { recursive: true });
    },
  };
}
