import { useEffect, useState } from "react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

type Props = { name: string; label: string; hint?: string; error?: string; autoComplete?: string };

/** A password that can be pasted, and looked at where scripts run. */
export function PasswordField({ autoComplete = "current-password", ...frame }: Props) {
  const t = useText(account);
  const [isShown, setShown] = useState(false);
  const [canShow, setCanShow] = useState(false);
  useEffect(() => setCanShow(true), []);
  const toggle = (
    <Button kind="quiet" small type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
      {isShown ? t("password.hide") : t("password.show")}
    </Button>
  );
  return (
    <TextField
      {...frame}
      type={isShown ? "text" : "password"}
      autoComplete={autoComplete}
      spellCheck={false}
      autoCapitalize="off"
      required
      after={canShow ? <div>{toggle}</div> : null}
    />
  );
}
