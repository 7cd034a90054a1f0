import type { publicPages } from "#app/i18n/messages/public.ts";
import type { useText } from "#app/i18n/text.ts";
import type { Need } from "./call-view.ts";

/** Whether something is needed, and when, in one line. */
export function needText(
  { isRequired, requiredWhen, askedWhen }: Need,
  t: ReturnType<typeof useText<typeof publicPages.en>>,
): string {
  const must = requiredWhen
    ? t("need.required-when", { when: requiredWhen })
    : t(isRequired ? "need.required" : "need.optional");
  return askedWhen ? t("need.asked-when", { when: askedWhen, must }) : must;
}
