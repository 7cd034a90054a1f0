import { useEffect, useRef } from "react";
import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";
import { Notice } from "./notice.tsx";

type Problem = { message: string; href?: string | undefined };

/** Everything that stands in the way, at once, each with a link to its place. Takes the focus when it appears. */
export function ErrorSummary({ problems, title }: { problems: readonly Problem[]; title?: string }) {
  const t = useText(common);
  const place = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={place} tabIndex={-1} id="problems">
      <Notice tone="danger" live="alert" title={title ?? t("problems.title", { count })}>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.href}${problem.message}`}>
              {problem.href ? <a href={problem.href}>{problem.message}</a> : problem.message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
