import { config } from "#app/config.server.ts";

/** A path as the whole address a letter can carry. Always the configured origin, never a header's. */
export function absoluteLink(path: string): string {
  return config.origin + path;
}
