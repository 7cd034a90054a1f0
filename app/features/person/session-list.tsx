import { Form } from "@remix-run/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { deviceOf } from "./device.ts";

export type OwnSession = { id: string; userAgent: string; lastSeenAt: string; isHere: boolean };

/** Where I am signed in, each with a way to end it. */
export function SessionList({ sessions, timeZone }: { sessions: readonly OwnSession[]; timeZone: string }) {
  const t = useText(account);
  return (
    <Card as="section">
      <h2>{t("sessions.title")}</h2>
      <ul className="stack">
        {sessions.map((session) => {
          const { browser, system } = deviceOf(session.userAgent);
          return (
            <li key={session.id}>
              {browser && system ? t("sessions.device", { browser, system }) : t("sessions.unknown")}{" "}
              {session.isHere ? <Badge tone="sea">{t("sessions.here")}</Badge> : null}
              <p className="soft">
                {t("sessions.seen")} <MomentText moment={session.lastSeenAt} timeZone={timeZone} />
              </p>
              {session.isHere ? null : (
                <Form method="post">
                  <input type="hidden" name="intent" value="end-session" />
                  <input type="hidden" name="session" value={session.id} />
                  <Button kind="quiet" small>
                    {t("sessions.end")}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <input type="hidden" name="intent" value="end-others" />
          <Button kind="danger">{t("sessions.end-others")}</Button>
        </Form>
      ) : null}
    </Card>
  );
}
