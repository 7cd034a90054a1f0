import { manage } from "#app/i18n/messages/manage.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Tabs } from "#app/ui/page-header.tsx";

type Props = {
  rounds: readonly { code: string; nameZh: string; nameEn: string }[];
  current: string;
  hrefOf: (code: string) => string;
};

/** From one round of a call to another. Nothing where there is only one. */
export function RoundChooser({ rounds, current, hrefOf }: Props) {
  const t = useText(manage);
  const language = useLanguage();
  if (rounds.length < 2) return null;
  return (
    <Tabs
      label={t("round.choose")}
      tabs={rounds.map((round) => ({
        href: hrefOf(round.code),
        label: language === "zh" ? round.nameZh : round.nameEn,
        isCurrent: round.code === current,
      }))}
    />
  );
}
