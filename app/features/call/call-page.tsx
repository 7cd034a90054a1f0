import { publicPages } from "#app/i18n/messages/public.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { CallItem } from "./call-item.ts";
import { CallBadges, CallDates } from "./call-list.tsx";
import styles from "./call-page.module.css";
import type { CallView } from "./call-view.ts";
import { type RoundDates, RoundsView } from "./rounds-view.tsx";
import { SlotList } from "./slot-list.tsx";

type Props = {
  call: CallItem;
  view: CallView;
  roundDates: readonly RoundDates[];
  maxEntriesPerLead: number;
  graceMinutes: number;
  now: string;
};

/** A call as anybody may read it: may I enter, what is asked, who judges it how, what it can bring. */
export function CallPage({ call, view, roundDates, maxEntriesPerLead, graceMinutes, now }: Props) {
  const t = useText(publicPages);
  const fields = view.sections.flatMap((section) => section.fields).filter((field) => field.stage === "submit");
  const slots = view.slots.filter((slot) => slot.stage === "submit");
  const later = view.slots.filter((slot) => slot.stage !== "submit");
  return (
    <div className="stack-l">
      <PageHeader
        title={call.name}
        crumbs={[{ href: paths.calls(), label: t("calls.title") }]}
        lead={call.programme.name}
        actions={<CallBadges call={call} />}
      />
      <Start call={call} now={now} />

      <section className="stack" aria-labelledby="who">
        <h2 id="who">{t("call.who")}</h2>
        {view.rules.length === 0 ? <p className="soft">{t("call.who-none")}</p> : null}
        <ul className={styles.rules}>
          {view.rules.map((rule) => (
            <li key={rule.id}>
              <Badge tone={rule.severity === "block" ? "sea" : "plain"}>
                {t(rule.severity === "block" ? "call.block" : "call.warn")}
              </Badge>
              {rule.text}
            </li>
          ))}
        </ul>
        {maxEntriesPerLead > 0 ? <p>{t("call.per-lead", { count: maxEntriesPerLead })}</p> : null}
      </section>

      <section className="stack" aria-labelledby="needed">
        <h2 id="needed">{t("call.needed")}</h2>
        <p>
          {t("call.needed-text", { fields: fields.length, files: slots.length })}{" "}
          <a href={paths.callForm(call.slug)}>{t("call.read-form")}</a>
        </p>
        <h3>{t("call.files")}</h3>
        <SlotList slots={slots} />
        <p className="soft small">{t("call.grace", { minutes: graceMinutes })}</p>
        {later.length > 0 ? (
          <>
            <h3>{t("call.later")}</h3>
            <SlotList slots={later} />
          </>
        ) : null}
      </section>

      <RoundsView view={view} dates={roundDates} timeZone={call.timeZone} />

      <section className="stack" aria-labelledby="honours">
        <h2 id="honours">{t("call.honours")}</h2>
        <ul className={`${styles.plain} ${styles.honours}`}>
          {view.awards.map((award) => (
            <li key={award.id}>
              <strong>{award.name}</strong>{" "}
              <span className="soft">
                {[t("call.honour-count", { count: award.count }), ...award.kinds.map((kind) => kindWord(t, kind))].join(
                  " · ",
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>

      <section className="stack" aria-labelledby="privacy">
        <h2 id="privacy">{t("call.privacy")}</h2>
        <p>{t("call.privacy-text")}</p>
        <ul>
          {(["blind", "open", "staff", "public"] as const).map((visibility) => (
            <li key={visibility}>{t(`seen.${visibility}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const awardKinds = [
  "honour",
  "cash",
  "mentoring",
  "in_kind",
  "studio_days",
  "post_production",
  "legal",
  "distribution",
  "space",
  "accelerator",
  "option_meeting",
  "platform",
  "screening",
] as const;

/** A kind the organisers made up themselves is shown as they wrote it. */
function kindWord(t: ReturnType<typeof useText<typeof publicPages.en>>, kind: string): string {
  const known = awardKinds.find((one) => one === kind);
  return known ? t(`award.${known}`) : kind;
}

function Start({ call, now }: { call: CallItem; now: string }) {
  const t = useText(publicPages);
  const isOpen = call.phase === "open" && !call.isByNomination;
  const words = call.isByNomination
    ? t("call.nomination-text")
    : t(({ open: "call.sign-in", upcoming: "call.not-yet", closed: "call.over" } as const)[call.phase]);
  return (
    <div className={styles.start}>
      <CallDates call={call} now={now} />
      <div className="row">
        {isOpen ? (
          <LinkButton kind="gold" href={paths.newApplication(call.slug)}>
            {t("call.start")}
          </LinkButton>
        ) : null}
        <LinkButton kind="quiet" href={paths.callForm(call.slug)}>
          {t("call.read-form")}
        </LinkButton>
      </div>
      <p className="soft small">{words}</p>
    </div>
  );
}
