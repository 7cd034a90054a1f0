import { resolve } from "node:path";

/** Something an operator can mend; told without a stack. */
export class Unfit extends Error {
  override name = "Unfit";
}

/** A path as the operator meant it: npm runs commands in the project's folder and notes where they were called. */
export function whereAsked(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
