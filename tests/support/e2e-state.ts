import { setTimeout as wait } from "node:timers/promises";
import type { CallDefinition, Slot } from "#app/features/call/definition.ts";
import { HOUR, later, momentOf } from "#app/lib/moment.ts";
import { given, smallDefinition } from "#tests/support/builders.ts";
import type { Site } from "#tests/support/site.ts";

type Sent = { slot: string; name: string; content: Buffer };

/** Sends a file as the page without scripts does, waits until it is verified, and answers its row. */
export async function sendFile(
  site: Site,
  { applicationId, cookie, slot, name, content }: Sent & { applicationId: string; cookie: string },
) {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(content)], name));
  const answer = await site.ask(`/applications/${applicationId}/files/${slot}`, { method: "POST", body, cookie });
  const place = answer.headers.get("location") ?? "";
  if (answer.status !== 303 || place.includes("refused")) throw new Error(`not taken: ${answer.status} ${place}`);
  for (let tries = 0; tries < 600; tries++) {
    const row = await site.db
      .selectFrom("file")
      .selectAll()
      .where("applicationId", "=", applicationId)
      .where("name", "=", name)
      .executeTakeFirst();
    if (row?.state === "ready") return row;
    if (row?.state === "refused") throw new Error(`${name} was refused: ${row.obstacles}`);
    await wait(100);
  }
  throw new Error(`${name} was never verified`);
}

const slot = (id: string, en: string, formats: string[]): Slot => ({
  id,
  label: { zh: `${en}文件`, en },
  formats,
  maxBytes: 200 * 1024 ** 2,
  count: [0, 2],
  required: false,
  visibility: "blind",
  stage: "submit",
});

/** The small call with room for a film, a deck and a still, which every juror sees. */
export const mediaDefinition: CallDefinition = {
  ...smallDefinition,
  slots: [slot("film", "Film", ["mp4", "mov"]), slot("deck", "Deck", ["pdf"]), slot("still", "Still", ["jpg", "png"])],
};

/**
 * A closed call with handed-in entries, each with these files, and its open blind round with one juror who has all of
 * them to review. The call closes an hour from now for the upload and is then closed an hour ago.
 */
export async function roundWithEntries(site: Site, { entries, files }: { entries: number; files: readonly Sent[] }) {
  const make = given(site.db);
  const now = momentOf(Date.now());
  const edition = await make.edition();
  const unit = await make.unit({ editionId: edition.id });
  const programme = await make.programme({ editionId: edition.id, unitId: unit.id });
  const open = { opensAt: later(now, -48 * HOUR), closesAt: later(now, HOUR) };
  const call = await make.call({ programmeId: programme.id, definition: mediaDefinition, ...open });
  const round = await make.round({ callId: call.id, openedAt: now, closesAt: later(now, 24 * HOUR) });
  const juror = await make.person({ name: "Amara Juror" });
  await make.role({ personId: juror.id, kind: "juror", programmeId: programme.id });
  await make.panelist({ roundId: round.id, personId: juror.id });
  const made = [];
  for (let number = 1; number <= entries; number++) {
    const lead = await make.person({ name: `Maker Number ${number}` });
    const cookie = await site.signIn(lead.id);
    const { id: applicationId } = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      title: `Tide ${number}`,
      answers: JSON.stringify({ title_zh: `潮汐${number}`, legal_name: `Maker Number ${number}` }),
      state: "submitted",
    });
    const manifest = [];
    for (const file of files) {
      const { id, slot, name, bytes, format, sha256, storageKey, facts } = await sendFile(site, {
        applicationId,
        cookie,
        ...file,
      });
      manifest.push({ id, slot, name, bytes, format, sha256, storageKey, ...JSON.parse(facts) });
    }
    const submission = await make.submission({
      applicationId,
      definitionId: call.definitionId,
      submittedBy: lead.id,
      answers: JSON.stringify({ title_zh: `潮汐${number}`, legal_name: `Maker Number ${number}` }),
      manifest: JSON.stringify(manifest),
    });
    await make.roundEntry({ roundId: round.id, applicationId, submissionId: submission.id });
    const assignment = await make.assignment({ roundId: round.id, applicationId, jurorId: juror.id });
    made.push({ applicationId, assignmentId: assignment.id, label: assignment.label, cookie });
  }
  await site.db
    .updateTable("call")
    .set({ closesAt: later(now, -HOUR) })
    .where("id", "=", call.id)
    .execute();
  return { call, round, juror, jurorCookie: await site.signIn(juror.id), entries: made };
}
