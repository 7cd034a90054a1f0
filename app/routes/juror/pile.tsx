import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { PileTable } from "#app/features/review/pile-table.tsx";
import { listPile, listRoundsOfJuror, reviewStateOf } from "#app/features/review/queries.server.ts";
import { workloadOf } from "#app/features/review/workload.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(juror, "home.title");

export async function loader(args: LoaderFunctionArgs) {
  const { personId: jurorId } = await enter(args, "jury.list-own");
  const roundId = param(args.params, "round");
  const round = found((await listRoundsOfJuror(database, { jurorId })).find((one) => one.id === roundId));
  const pile = await listPile(database, { jurorId, roundId });
  return {
    round: { nameZh: round.nameZh, nameEn: round.nameEn, callZh: round.callZh, callEn: round.callEn },
    pile: pile.map(({ manifest, ...item }) => ({
      id: item.id,
      label: item.label,
      state: reviewStateOf(item),
      ...workloadOf(openManifest(manifest)),
    })),
  };
}

export default function PileRoute() {
  return <PileTable {...useLoaderData<typeof loader>()} />;
}
