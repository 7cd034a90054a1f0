import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Table } from "#app/ui/table.tsx";

type State = "open" | "accepted" | "declined" | "revoked" | "expired";
export type Invitation = {
  id: string;
  name: string;
  email: string;
  state: State;
  createdAt: string;
  expiresAt: string;
  declineReason: string | null;
};
type Props = {
  invitations: readonly Invitation[];
  timeZone: string;
  isOver: boolean;
  result: SubmissionResult<string[]> | undefined;
};

const tones = { open: "sea", accepted: "good", declined: "danger", revoked: "plain", expired: "warn" } as const;

/** Who was asked to judge this round and what became of it; and a letter to one more. */
export function InvitationDesk({ invitations, timeZone, isOver, result }: Props) {
  const t = useText(manageJury);
  const language = useLanguage();
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t("invite.title")}</h2>
      {invitations.length > 0 ? (
        <Table
          caption={t("invite.title")}
          captionHidden
          rows={invitations}
          keyOf={(one) => one.id}
          columns={[
            { key: "name", head: t("jurors.name"), isHead: true, cell: (one) => one.name },
            { key: "email", head: t("jurors.email"), cell: (one) => one.email },
            {
              key: "state",
              head: t("invite.state"),
              cell: (one) => (
                <>
                  <Badge tone={tones[one.state]}>{t(`invite.${one.state}`)}</Badge>
                  {one.declineReason ? <p className="soft small">{one.declineReason}</p> : null}
                </>
              ),
            },
            {
              key: "until",
              head: t("invite.until"),
              cell: (one) => (one.state === "open" ? <MomentText moment={one.expiresAt} timeZone={timeZone} /> : null),
            },
            {
              key: "act",
              head: t("panel.act"),
              cell: (one) =>
                one.state === "accepted" || one.state === "revoked" ? null : (
                  <Form method="post" className="row">
                    <input type="hidden" name="invitation" value={one.id} />
                    <Button small kind="quiet" name="intent" value="renew">
                      {t("invite.renew")}
                    </Button>
                    <Button small kind="quiet" name="intent" value="revoke">
                      {t("invite.revoke")}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      ) : null}
      {isOver ? null : (
        <Form method="post" className="stack narrow" key={invitations.length}>
          <h3>{t("invite.new")}</h3>
          <p className="soft">{t("invite.text")}</p>
          <FormProblems result={result} places={["name", "email", "language", "message"]} />
          <TextField
            name="name"
            label={t("jurors.name")}
            autoComplete="off"
            defaultValue={String(typed.name ?? "")}
            {...problemAt("name")}
          />
          <TextField
            type="email"
            name="email"
            label={t("jurors.email")}
            autoComplete="off"
            defaultValue={String(typed.email ?? "")}
            {...problemAt("email")}
          />
          <SelectField
            name="language"
            label={t("invite.language")}
            options={[
              { value: "zh", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
            defaultValue={String(typed.language ?? language)}
            {...problemAt("language")}
          />
          <TextAreaField
            name="message"
            optional
            rows={4}
            label={t("invite.message")}
            hint={t("invite.message-hint")}
            maxLength={2000}
            defaultValue={String(typed.message ?? "")}
          />
          <div className="row">
            <Button name="intent" value="invite">
              {t("invite.button")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
