import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import type { Part } from "./parts.ts";

const MOST_SHOWN = 100;

/** What is still missing, each with a link to its place. */
export function MissingList({ applicationId, parts }: { applicationId: string; parts: readonly Part[] }) {
  const language = useLanguage();
  const missing = parts.flatMap((part) =>
    part.missing.map((one) => ({ ...one, href: hrefOf(applicationId, part.id, one.obstacle) })),
  );
  return (
    <ul>
      {missing.slice(0, MOST_SHOWN).map((one) => (
        <li key={`${one.href}${one.obstacle.code}${one.obstacle.facts?.rule ?? ""}`}>
          <a href={one.href}>{one.label}</a> <span className="small">{obstacleText(one.obstacle, language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The page and place where an obstacle can be cleared. */
export function hrefOf(applicationId: string, part: string, { at }: Obstacle): string {
  const page = part === "files" ? paths.files(applicationId) : paths.form(applicationId, part);
  return at ? `${page}#${encodeURIComponent(at)}` : page;
}
