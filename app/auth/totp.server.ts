import { generateSecret, generateURI, verifySync } from "otplib";
import { z } from "zod";
import type { Moment } from "#app/lib/moment.ts";
import { seal, unseal } from "./seal.server.ts";

const form = z.object({ secret: z.string(), lastStep: z.number().int() });

/** A new secret for an authenticator app, sealed for keeping. */
export function newTotpSecret(): string {
  return seal(JSON.stringify({ secret: generateSecret(), lastStep: 0 }));
}

/** What the app needs to be told: the secret to type, and the address for the picture. */
export function totpKey(sealed: string, email: string): { secret: string; uri: string } {
  const { secret } = form.parse(JSON.parse(unseal(sealed)));
  return { secret, uri: generateURI({ issuer: "Tidemark", label: email, secret }) };
}

/**
 * Checks six digits at a moment, half a minute early or late allowed. Answers the secret sealed anew with the step
 * that was used, so that no code counts twice; null when the code is wrong or was used.
 */
export function takeTotpCode(sealed: string, { code, now }: { code: string; now: Moment }): string | null {
  if (!/^\d{6}$/.test(code)) return null;
  const { secret, lastStep } = form.parse(JSON.parse(unseal(sealed)));
  const epoch = Math.floor(Date.parse(now) / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30 });
  if (!result.valid || !("timeStep" in result) || result.timeStep <= lastStep) return null;
  return seal(JSON.stringify({ secret, lastStep: result.timeStep }));
}
