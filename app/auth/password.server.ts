import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 19 MiB, two passes: about 40 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let stranger: Promise<string> | undefined;

/** Whether the password is the kept one. Without a kept one it takes as long and answers no. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  stranger ??= hashPassword("nobody has this password");
  const isRight = await verify(kept ?? (await stranger), password.normalize("NFKC"));
  return isRight && Boolean(kept);
}
