import type { Migration } from "kysely";
import * as foundation from "./0001_foundation.ts";
import * as correctionWindow from "./0002_correction_window.ts";
import * as invitationWords from "./0003_invitation_words.ts";
import * as reopenedFields from "./0004_reopened_fields.ts";

/** Listed by hand: the bundler sees every file, and the order is one anybody can read. */
export const migrations: Record<string, Migration> = {
  "0001_foundation": foundation,
  "0002_correction_window": correctionWindow,
  "0003_invitation_words": invitationWords,
  "0004_reopened_fields": reopenedFields,
};
