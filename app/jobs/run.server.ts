import { clock } from "#app/lib/clock.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { log } from "#app/server/log.server.ts";
import type { Database } from "#db/database.server.ts";
import { claimJobs, failJob, finishJob, renewLease } from "./claim.server.ts";
import { handlers } from "./handlers.server.ts";
import type { JobKind } from "./kinds.ts";

const POLL = 1_000;
const AT_ONCE = 4;

type Claimed = Awaited<ReturnType<typeof claimJobs>>[number];

/** Works off the job table until stopped. Several may run, in one process or many: each job goes to one of them. */
export function startWorker(database: Database): { stop(): Promise<void> } {
  const owner = newId();
  let isStopped = false;
  let wake: () => void = () => {};
  const loop = (async () => {
    while (!isStopped) {
      const jobs = await claimJobs(database, { owner, limit: AT_ONCE, now: clock.now() }).catch((error: Error) => {
        log.error({ error: error.message }, "jobs could not be claimed");
        return [];
      });
      await Promise.all(jobs.map((job) => runJob(database, owner, job)));
      if (jobs.length === 0 && !isStopped)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, POLL);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  })();
  return {
    async stop() {
      isStopped = true;
      wake();
      await loop;
    },
  };
}

/** Runs every due job once, for tests and the command line. Answers how many ran. */
export async function runDueJobs(database: Database): Promise<number> {
  const owner = newId();
  let count = 0;
  for (;;) {
    const jobs = await claimJobs(database, { owner, limit: AT_ONCE, now: clock.now() });
    if (jobs.length === 0) return count;
    for (const job of jobs) await runJob(database, owner, job);
    count += jobs.length;
  }
}

async function runJob(database: Database, owner: string, job: Claimed) {
  const beat = setInterval(
    () => void renewLease(database, { id: job.id, owner, now: clock.now() }).catch(() => {}),
    20_000,
  );
  try {
    const handler = handlers[job.kind as JobKind];
    if (!handler) throw new Error(`no handler for ${job.kind}`);
    await handler(database, JSON.parse(job.payload));
    await finishJob(database, { id: job.id, owner, now: clock.now() });
  } catch (error) {
    log.warn(
      { job: job.id, kind: job.kind, error: error instanceof Error ? error.message : String(error) },
      "job failed",
    );
    await failJob(database, { ...job, owner, error, now: clock.now() });
  } finally {
    clearInterval(beat);
  }
}
