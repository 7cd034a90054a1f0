import type { SubmissionResult } from "@conform-to/react";
import { AccountForm } from "#app/features/person/account-form.tsx";
import { account } from "#app/i18n/messages/account.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./invitation-page.module.css";
import type { InvitationState } from "./rules.ts";

type Invitation = {
  role: "organiser" | "chair" | "juror";
  state: InvitationState;
  name: string;
  email: string;
  nameZh: string;
  nameEn: string;
  inviterName: string;
  roundZh: string | null;
  roundEn: string | null;
  expiresAt: string;
  timeZone: string;
};
type Round = { opensAt: string | null; closesAt: string | null; maxLoad: number | null; isBlind: boolean };
type Props = {
  invitation: Invitation;
  /** The inviter's own words; empty for none. */
  message: string;
  round: Round | null;
  viewer: { name: string; email: string } | null;
  isKnown: boolean;
  here: string;
  result?: SubmissionResult<string[]> | undefined;
};

/** What one is asked to do, and yes, no or later. */
export function InvitationPage({ invitation, message, round, viewer, isKnown, here, result }: Props) {
  const t = useText(account);
  const language = useLanguage();
  const programme = language === "zh" ? invitation.nameZh : invitation.nameEn;
  const title = t(`invitation.title.${invitation.role}`, { programme });
  if (invitation.state !== "open")
    return <Answered title={title} invitation={invitation} isSignedIn={viewer !== null} />;
  const roundName = language === "zh" ? invitation.roundZh : invitation.roundEn;
  const at = (moment: string) => <MomentText moment={moment} timeZone={invitation.timeZone} />;
  return (
    <div className="narrow stack-l">
      <PageHeader
        title={title}
        lead={t("invitation.lead", { name: invitation.name, inviter: invitation.inviterName })}
      />
      {message === "" ? null : <blockquote className={styles.words}>{message}</blockquote>}
      <Card as="section">
        <h2>{t("invitation.task")}</h2>
        <p>{t(`invitation.task.${invitation.role}`)}</p>
        <Facts
          pairs={[
            ...(roundName ? [[t("invitation.round"), roundName] as const] : []),
            ...(round?.opensAt ? [[t("invitation.opens"), at(round.opensAt)] as const] : []),
            ...(round?.closesAt ? [[t("invitation.closes"), at(round.closesAt)] as const] : []),
            ...(round?.maxLoad
              ? [[t("invitation.load"), t("invitation.load-at-most", { count: round.maxLoad })] as const]
              : []),
            [t("invitation.until"), at(invitation.expiresAt)],
          ]}
        />
      </Card>
      {invitation.role === "organiser" ? null : (
        <Card as="section">
          <h2>{t("invitation.rules")}</h2>
          <ul>
            <li>{t("invitation.rule-conflict")}</li>
            <li>{t("invitation.rule-secret")}</li>
            {round?.isBlind ? <li>{t("invitation.rule-blind")}</li> : null}
            <li>{t("invitation.rule-data")}</li>
          </ul>
        </Card>
      )}
      <section className="stack">
        <h2>{t("invitation.yes-title")}</h2>
        <Yes viewer={viewer} isKnown={isKnown} here={here} invitation={invitation} result={result} />
      </section>
      <section className="stack">
        <h2>{t("invitation.no-title")}</h2>
        <AccountForm
          intent="decline"
          kind="quiet"
          submit={t("invitation.no")}
          lines={[{ name: "reason", label: t("invitation.reason"), type: "longtext", optional: true }]}
        />
      </section>
      <p className="soft">{t("invitation.later")}</p>
    </div>
  );
}

type YesProps = Pick<Props, "viewer" | "isKnown" | "here" | "invitation" | "result">;

function Yes({ viewer, isKnown, here, invitation, result }: YesProps) {
  const t = useText(account);
  if (viewer)
    return (
      <>
        {viewer.email.toLowerCase() === invitation.email.toLowerCase() ? null : (
          <Notice tone="warn">
            <p>{t("invitation.other-person", { name: viewer.name, email: viewer.email, invited: invitation.email })}</p>
          </Notice>
        )}
        <AccountForm intent="accept" submit={t("invitation.yes")} result={result} lines={[]} />
      </>
    );
  if (isKnown)
    return (
      <>
        <p>{t("invitation.sign-in-first", { email: invitation.email })}</p>
        <div className="row">
          <LinkButton kind="gold" href={paths.signIn(here)}>
            {t("sign-in.title")}
          </LinkButton>
        </div>
      </>
    );
  return (
    <>
      <p>{t("invitation.new-account", { email: invitation.email })}</p>
      <AccountForm
        intent="accept-new"
        submit={t("invitation.yes")}
        result={result}
        initial={{ name: invitation.name }}
        lines={[
          { name: "name", label: t("field.name"), hint: t("field.name-hint"), autoComplete: "name" },
          {
            name: "password",
            label: t("field.password"),
            type: "password",
            hint: t("field.password-hint"),
            autoComplete: "new-password",
          },
        ]}
      />
    </>
  );
}

type AnsweredProps = { title: string; invitation: Invitation; isSignedIn: boolean };

function Answered({ title, invitation: { state, role }, isSignedIn }: AnsweredProps) {
  const t = useText(account);
  if (state === "open") return null;
  return (
    <div className="narrow stack">
      <PageHeader title={title} />
      <Notice tone={state === "accepted" ? "good" : "info"} title={t(`invitation.state.${state}`)} live="status">
        {state === "accepted" ? <p>{t("invitation.thanks")}</p> : null}
      </Notice>
      {state === "accepted" ? (
        <div className="row">
          <LinkButton
            kind="gold"
            href={isSignedIn ? (role === "organiser" ? paths.manage() : paths.jury()) : paths.signIn()}
          >
            {isSignedIn ? t(`invitation.go.${role}`) : t("sign-in.title")}
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}
