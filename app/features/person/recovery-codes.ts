/** Letters and digits that are not taken for one another. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Spells random bytes as a code of two groups, `k7m2p-xq4vd`. */
export function spellRecoveryCode(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length] ?? "a").join("");
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}`;
}

/** A code as somebody typed it, in the one form that is compared. */
export function foldRecoveryCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, "");
}
