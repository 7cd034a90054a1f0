import { withdrawApplication } from "#app/features/application/withdraw-application.server.ts";
import { applying, checkEntry, type Entry, entryIn, personIn, type Stage } from "./demo-entries.server.ts";
import { microDramas, series } from "./demo-episodes.ts";
import type { Organiser } from "./demo-jury.server.ts";
import { makerOf } from "./demo-people.server.ts";
import type { Scene } from "./demo-time.ts";
import { ventures } from "./demo-ventures.ts";
import { screenplays, type Work } from "./demo-works.ts";

/** How far an entry has come: when it was handed in, in days from today, or how much of a draft there is. */
type Progress = { submitted: number } | { sections: number; files: number };

const plans: readonly [call: string, works: readonly Work[], progress: readonly Progress[]][] = [
  [
    "GK-V",
    ventures,
    [
      { sections: 3, files: 1 },
      { submitted: -3 },
      { submitted: -6 },
      { submitted: -8 },
      { submitted: -2 },
      { sections: 2, files: 0 },
    ],
  ],
  ["GK-S", series, [{ submitted: -4 }, { sections: 4, files: 2 }]],
  ["SL-W", screenplays, [{ sections: 2, files: 0 }, { submitted: -3 }, { submitted: -1 }, { submitted: -6 }]],
  ["SL-M", microDramas, [{ sections: 4, files: 2 }, { submitted: -4 }, { submitted: -2 }, { sections: 1, files: 0 }]],
];

type Organisers = { goldenKey: Organiser; seaLevel: Organiser };

/** Every entry of the open calls, file by file, as far as it has come. */
export function openEntries({ at }: Stage["calendar"]): Entry[] {
  return plans.flatMap(([call, works, progress]) =>
    progress.flatMap((far, place): Entry[] => {
      const work = works[place];
      if (!work) return [];
      const begun = "submitted" in far ? far.submitted - 6 : -9 + place;
      const entry = { call, work, place, isCompany: call === "GK-V", startedAt: at(begun, 19, 10 + place * 7) };
      return ["submitted" in far ? { ...entry, submittedAt: at(far.submitted, 21, place * 9) } : { ...entry, ...far }];
    }),
  );
}

/** The calls that are open now, in both programmes. */
export function openCallScenes(stage: Stage, organisers: Organisers): Scene[] {
  return [...openEntries(stage.calendar).map((entry) => applying(stage, entry)), checking(stage, organisers)];
}

async function* checking(stage: Stage, { goldenKey }: Organisers): Scene {
  const { db, calendar } = stage;
  const { at } = calendar;
  yield at(-5, 10);
  const found = entryIn(stage, "GK-V", ventures[3]);
  await checkEntry(db, { ...goldenKey, applicationId: found, verdict: "pass", now: at(-5, 10) });
  yield at(-2, 16);
  const gone = screenplays[3];
  if (gone)
    await withdrawApplication(db, {
      applicationId: entryIn(stage, "SL-W", gone),
      actorId: personIn(stage, makerOf(gone)),
      reason: "剧本版权正在洽谈，先撤回。",
      now: at(-2, 16),
    });
  yield at(-1, 10);
  await checkEntry(db, {
    ...goldenKey,
    applicationId: entryIn(stage, "GK-V", ventures[2]),
    verdict: "return",
    reason: "商业计划书第 3 页的营业收入与申报表不一致，请更正后重新提交。",
    until: at(3, 18),
    now: at(-1, 10),
  });
}
