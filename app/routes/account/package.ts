import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "#app/auth/gate.server.ts";
import { archivePerson } from "#app/features/archive/archive-person.server.ts";
import { noteArchive } from "#app/features/archive/note-archive.server.ts";
import { zipStream } from "#app/lib/zip.server.ts";
import { database } from "#db/database.server.ts";

/** Everything the signed-in person gave us or got from us, as one file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = await enter({ request, context }, "account.own");
  const { language, arrivedAt: now } = context.visit;
  await noteArchive(database, { personId, now });
  const packed = zipStream(archivePerson(database, { personId, language, now }));
  return new Response(Readable.toWeb(packed) as ReadableStream, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="tidemark-${now.slice(0, 10)}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}
