import { config } from "#app/config.server.ts";

/** Who we are to authenticators: the configured origin and its host, never a header's. */
export function relyingParty() {
  return { name: "Tidemark", id: new URL(config.origin).hostname, origin: config.origin };
}
