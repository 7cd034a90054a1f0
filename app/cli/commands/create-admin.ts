import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { z } from "zod";
import { createAdministrator } from "#app/features/person/create-administrator.server.ts";
import { obstacle } from "#app/i18n/messages/obstacle.ts";
import { lookUp } from "#app/i18n/text.ts";
import { clock } from "#app/lib/clock.server.ts";
import { Refused } from "#app/lib/refusal.ts";
import { database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { Unfit } from "./unfit.ts";

const USAGE =
  "npm run tidemark -- create-admin EMAIL NAME …   (the password is asked for, or read from standard input)";

/** Makes an administrator, or makes one of a person who has an account already; their password becomes the new one. */
export async function run([address, ...names]: string[]) {
  const email = z.email().safeParse(address);
  const name = names.join(" ").trim();
  if (!email.success || name === "") throw new Unfit(USAGE);
  const password = await readPassword();
  await migrate(database);
  try {
    const language = process.env.LANG?.startsWith("zh") ? "zh" : "en";
    await createAdministrator(database, {
      name,
      email: email.data,
      password,
      language,
      secret: null,
      now: clock.now(),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Unfit(error.obstacles.map(({ code, facts }) => lookUp(obstacle, "en", code, facts) ?? code).join("\n"));
  } finally {
    await database.destroy();
  }
  console.log(`${name} <${email.data}> is an administrator and can sign in.`);
}

/** Typed at a terminal it is not shown; from another program it is the first line of standard input. */
async function readPassword(): Promise<string> {
  const isTyped = process.stdin.isTTY === true;
  if (isTyped) process.stderr.write("Password (at least 12 characters, not shown): ");
  const nowhere = new Writable({ write: (_words, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTyped });
  const { value } = await lines[Symbol.asyncIterator]().next();
  lines.close();
  if (isTyped) process.stderr.write("\n");
  return value ?? "";
}
