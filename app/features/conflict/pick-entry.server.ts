import { fold } from "#app/features/application/search-text.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { findEntryByCode, findHiddenSide, searchEntries } from "./queries.server.ts";

type Asked = { callId: string; personId: string; words: string };

const NAMED = 5;

/**
 * The entry an organiser means by its code, or by words of its title or its team. Refused at `code` when there is none,
 * and with the first that fit when there are several. Entries they are tied to are not found.
 */
export async function pickEntry(db: Db, { callId, personId, words }: Asked): Promise<string> {
  const hidden = await findHiddenSide(db, { personId, callId });
  const byCode = await findEntryByCode(db, { callId, code: words });
  const fits = byCode
    ? [byCode]
    : await searchEntries(db, {
        callId,
        words: fold(words).split(" ").filter(Boolean),
        limit: NAMED + hidden.applicationIds.length,
      });
  const seen = fits.filter(({ id }) => !hidden.applicationIds.includes(id));
  const [entry] = seen;
  if (!entry) throw new Refused([{ code: "entry-unknown", at: "code" }]);
  if (seen.length > 1)
    throw new Refused([
      { code: "entry-ambiguous", at: "code", facts: { entries: seen.slice(0, NAMED).map(named).join("; ") } },
    ]);
  return entry.id;
}

const named = ({ code, title }: { code: string | null; title: string }) => [code, title].filter(Boolean).join(" ");
