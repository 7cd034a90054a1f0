import { applicant } from "#app/i18n/messages/applicant.ts";
import { useText } from "#app/i18n/text.ts";
import { Table } from "#app/ui/table.tsx";

type Member = { id: string; name: string; email: string; role: "lead" | "editor" | "viewer" };

/** Who works on an application, and what each may do. */
export function TeamList({ team }: { team: readonly Member[] }) {
  const t = useText(applicant);
  return (
    <div className="stack">
      <h2>{t("team.title")}</h2>
      <p className="soft">{t("team.lead")}</p>
      <Table
        caption={t("team.title")}
        captionHidden
        rows={team}
        keyOf={(member) => member.id}
        columns={[
          { key: "name", head: t("team.name"), cell: (member) => member.name, isHead: true },
          { key: "email", head: t("team.email"), cell: (member) => member.email },
          { key: "role", head: t("team.role"), cell: (member) => t(`team.role.${member.role}`) },
        ]}
      />
    </div>
  );
}
