import { type ReactNode, useEffect, useRef, useState } from "react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  act: "add" | "sign-in";
  /** Where the challenge comes from, and where the answer is posted. */
  challenge: string;
  action: string;
  next?: string;
  name?: string;
  children: ReactNode;
};

/** Asks the browser for a passkey, new or known. Not there where the browser has none or scripts do not run. */
export function PasskeyButton({ act, challenge, action, next, name, children }: Props) {
  const t = useText(account);
  const form = useRef<HTMLFormElement>(null);
  const [canAsk, setCanAsk] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => setCanAsk(typeof window.PublicKeyCredential === "function"), []);
  if (!canAsk) return null;

  async function ask() {
    setFailed(false);
    try {
      const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
      const answer = await fetch(challenge, { method: "POST", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const { options, ticket } = await answer.json();
      const response =
        act === "add"
          ? await startRegistration({ optionsJSON: options })
          : await startAuthentication({ optionsJSON: options });
      fill(form.current, { ticket, response: JSON.stringify(response) });
      form.current?.submit();
    } catch {
      // Refused, timed out or cancelled by the person: the other ways are still on the page.
      setFailed(true);
    }
  }

  return (
    <form method="post" action={action} ref={form} className="stack">
      <input type="hidden" name="ticket" />
      <input type="hidden" name="response" />
      <input type="hidden" name="intent" value={`passkey-${act}`} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {name ? <input type="hidden" name="name" value={name} /> : null}
      {hasFailed ? (
        <Notice tone="warn" live="alert">
          <p>{t("passkey.failed")}</p>
        </Notice>
      ) : null}
      <div className="row">
        <Button kind="quiet" type="button" onClick={ask}>
          {children}
        </Button>
      </div>
    </form>
  );
}

function fill(form: HTMLFormElement | null, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const input = form?.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = value;
  }
}
