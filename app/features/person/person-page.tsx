import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { account } from "#app/i18n/messages/account.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { type HeldRole, useRoleWords } from "./role-words.tsx";

type Person = {
  id: string;
  name: string;
  email: string;
  disabledAt: string | null;
  createdAt: string;
  roles: readonly (HeldRole & { id: string })[];
};
type Programme = { id: string; nameZh: string; nameEn: string; year: number };
type Props = {
  person: Person;
  programmes: readonly Programme[];
  timeZone: string;
  result: SubmissionResult<string[]> | undefined;
};

/** One person for an administrator: roles to give and take, and the door. */
export function PersonPage({ person, programmes, timeZone, result }: Props) {
  const t = useText(account);
  const language = useLanguage();
  const words = useRoleWords();
  const kinds = ["juror", "chair", "organiser", "administrator"] as const;
  return (
    <div className="narrow stack-l">
      <PageHeader title={person.name} crumbs={[{ href: paths.managePeople(), label: t("people.title") }]} />
      <Card as="section">
        <Facts
          pairs={[
            [t("field.email"), person.email],
            [t("people.since"), <MomentText key="since" moment={person.createdAt} timeZone={timeZone} />],
            ...(person.disabledAt
              ? [
                  [
                    t("people.state"),
                    <Badge key="state" tone="danger">
                      {t("people.disabled")}
                    </Badge>,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Card>
      <Card as="section">
        <h2>{t("people.roles")}</h2>
        {person.roles.length === 0 ? <p className="soft">{t("role.none")}</p> : null}
        <ul className="stack">
          {person.roles.map((role) => (
            <li key={role.id} className="row">
              {words(role)}
              <Form method="post">
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="role" value={role.id} />
                <Button kind="quiet" small aria-label={t("role.revoke-this", { role: words(role) })}>
                  {t("role.revoke")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </Card>
      {person.disabledAt ? null : (
        <section className="stack">
          <h2>{t("role.grant")}</h2>
          <AccountForm
            intent="grant"
            kind="sea"
            submit={t("role.grant")}
            result={result}
            lines={[
              {
                name: "kind",
                label: t("role.label"),
                type: "select",
                options: kinds.map((kind) => ({ value: kind, label: t(`role.${kind}`) })),
              },
              {
                name: "programme",
                label: t("role.programme"),
                hint: t("role.programme-hint"),
                type: "select",
                options: [
                  { value: "", label: "—" },
                  ...programmes.map(({ id, nameZh, nameEn, year }) => ({
                    value: id,
                    label: `${language === "zh" ? nameZh : nameEn} · ${year}`,
                  })),
                ],
              },
            ]}
          />
        </section>
      )}
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value={person.disabledAt ? "enable" : "disable"} />
        <p className="soft">{person.disabledAt ? t("people.enable-text") : t("people.disable-text")}</p>
        <div className="row">
          <Button kind={person.disabledAt ? "sea" : "danger"}>
            {person.disabledAt ? t("people.enable") : t("people.disable")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
