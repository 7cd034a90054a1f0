import { config } from "#app/config.server.ts";
import { seal, unseal } from "./seal.server.ts";

/**
 * In the demo no mail leaves, so the page that says «look into your mail» links to the letter itself. The address is
 * sealed into the link; outside the demo there is none.
 */
export function sealMailbox(email: string): string | null {
  return config.isDemo ? seal(`mailbox:${email}`) : null;
}

/** The address of a demo mailbox; null outside the demo and for any other text. */
export function openMailbox(sealed: string): string | null {
  if (!config.isDemo) return null;
  try {
    const text = unseal(sealed);
    return text.startsWith("mailbox:") ? text.slice(8) : null;
  } catch {
    return null;
  }
}
