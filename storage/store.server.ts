import { config } from "#app/config.server.ts";
import { type FileStore, openStore } from "./files.server.ts";

let opened: FileStore | undefined;

/** The one store of this process, as the settings name it. */
export function fileStore(): FileStore {
  opened ??= openStore(config);
  return opened;
}
