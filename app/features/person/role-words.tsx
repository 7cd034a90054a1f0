import { account } from "#app/i18n/messages/account.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";

type Kind = "administrator" | "organiser" | "chair" | "juror";
export type HeldRole = { kind: Kind; nameZh: string | null; nameEn: string | null };

/** A role in words, with the programme it is held in. */
export function useRoleWords() {
  const t = useText(account);
  const language = useLanguage();
  return ({ kind, nameZh, nameEn }: HeldRole) => {
    const programme = language === "zh" ? nameZh : nameEn;
    return programme ? t("role.in", { role: t(`role.${kind}`), programme }) : t(`role.${kind}`);
  };
}

export function RoleWords({ roles }: { roles: readonly HeldRole[] }) {
  const t = useText(account);
  const words = useRoleWords();
  if (roles.length === 0) return <span className="soft">{t("role.none")}</span>;
  return <>{roles.map(words).join(t("role.comma"))}</>;
}
