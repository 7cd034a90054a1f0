import { withdrawApplication } from "#app/features/application/withdraw-application.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { setConflict } from "#app/features/conflict/set-conflict.server.ts";
import { inviteToPanel } from "#app/features/invitation/invite-to-panel.server.ts";
import { recuseJuror } from "#app/features/review/recuse-juror.server.ts";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { HOUR } from "#app/lib/moment.ts";
import { applying, checkEntry, entryIn, personIn, type Stage } from "./demo-entries.server.ts";
import { assignRound, type Organiser, type Panelist, reviewing, roundOf, startRound } from "./demo-jury.server.ts";
import { makerOf } from "./demo-people.server.ts";
import { shorts } from "./demo-shorts.ts";
import type { Scene } from "./demo-time.ts";

const CALL = "SL-S";
/** How many reviews each juror has sent so far. */
const SENT = [2, 4, 3, 5, 3, 0];
const WORTH = [8.5, 7.5, 6, 8, 6.5, 7, 5.5, 4.5];

type Crew = { stage: Stage; by: Organiser; panel: readonly Panelist[] };

/** The short films: the call is closed, its jury at work. */
export function shortFilmScenes({ stage, by, panel }: Crew): Scene[] {
  const { at } = stage.calendar;
  const entries = shorts.map((work, place) =>
    applying(stage, {
      call: CALL,
      work,
      place,
      startedAt: at(-52 + place, 18 + (place % 4), place),
      submittedAt: at(-30 + (place % 6), 15 + (place % 8), place * 2),
    }),
  );
  const ids = () => shorts.map((work) => entryIn(stage, CALL, work));
  const evenings = panel.map((juror, place) => evening({ stage, juror, place, ids }));
  return [...entries, checking({ stage, by, ids }), opening({ stage, by, panel, ids }), ...evenings];
}

type Scenery = { stage: Stage; ids: () => string[] };

async function* checking({ stage, by, ids }: Scenery & { by: Organiser }): Scene {
  const { db, calendar } = stage;
  const { at } = calendar;
  const seller = shorts.at(-1);
  yield at(-24, 20);
  if (seller)
    await withdrawApplication(db, {
      applicationId: entryIn(stage, CALL, seller),
      actorId: personIn(stage, makerOf(seller)),
      reason: "影片已与发行方签约，暂不参评。",
      now: at(-24, 20),
    });
  yield at(-22, 10);
  const unsigned = shorts[5];
  const applicationId = entryIn(stage, CALL, unsigned);
  const reason = "版权承诺书缺少第二位作曲的签名，请补签后重新提交。";
  await checkEntry(db, { ...by, applicationId, verdict: "return", reason, until: at(-20, 18), now: at(-22, 10) });
  yield at(-21, 21);
  const personId = unsigned ? personIn(stage, makerOf(unsigned)) : "";
  const again = at(-21, 21);
  await submitApplication(db, { applicationId, personId, idempotencyKey: "demo-again", arrivedAt: again, now: again });
  const unfit = ids().at(-2);
  for (const [place, id] of ids().slice(0, -1).entries()) {
    const now = at(-20, 9, place * 7);
    yield now;
    if (id === unfit)
      await checkEntry(db, {
        ...by,
        applicationId: id,
        verdict: "reject",
        reason: "影片含有平台水印，不符合征集规则。",
        now,
      });
    else await checkEntry(db, { ...by, applicationId: id, verdict: "pass", now });
  }
}

async function* opening({ stage, by, panel, ids }: Scenery & Crew): Scene {
  const { db, calendar } = stage;
  const { at } = calendar;
  yield at(-18, 9);
  const round = await roundOf(db, stage.calls[CALL] ?? "", "r1");
  await startRound(db, { ...by, round, panel, closesAt: round.closesAt ?? at(6, 23), now: at(-18, 9) });
  yield at(-18, 10);
  const ties = [
    [2, 1, "teacher_or_student_24_months", "Taught the director at a summer school."],
    [7, 3, "employer_or_client_36_months", "Mixed the sound of her last film."],
    [9, 4, "family", "摄影指导的表哥。"],
  ] as const;
  for (const [entry, juror, kind, note] of ties) {
    const tied = { applicationId: ids()[entry] ?? "", personId: panel[juror]?.id ?? "" };
    await setConflict(db, { ...by, ...tied, kind, note, now: at(-18, 10) });
  }
  await assignRound(db, { ...by, round, now: at(-18, 11) });
  yield at(-9, 22);
  const last = panel.at(-1)?.id ?? "";
  const untouched = (await listAssignments(db, round.id)).find(
    ({ jurorId, savedAt }) => jurorId === last && savedAt === null,
  );
  if (untouched)
    await recuseJuror(db, {
      assignmentId: untouched.id,
      jurorId: last,
      reason: "employer_or_client_36_months",
      note: "去年为该片的制片公司做过剧本顾问。",
      now: at(-9, 22),
    });
  yield at(-2, 11);
  await inviteToPanel(db, {
    email: "ines.carvalho@shore.test",
    name: "Ines Carvalho",
    role: "juror",
    programmeId: by.programmeId,
    roundId: round.id,
    language: "en",
    invitedBy: by.organiserId,
    now: at(-2, 11),
  });
}

type Evening = Scenery & { juror: Panelist; place: number };

async function* evening({ stage, juror, place, ids }: Evening): Scene {
  const from = stage.calendar.at(-16, 19);
  yield from;
  const round = await roundOf(stage.db, stage.calls[CALL] ?? "", "r1");
  yield* reviewing(stage.db, {
    round,
    juror,
    place,
    entries: ids(),
    worth: WORTH,
    sends: SENT[place] ?? 0,
    from,
    pace: 46 * HOUR,
  });
}
