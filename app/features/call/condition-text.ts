import { conditionWords } from "#app/i18n/messages/condition.ts";
import { type Language, lookUp, speaker } from "#app/i18n/text.ts";
import { type Condition, readCondition } from "./condition.ts";
import type { CallDefinition } from "./definition.ts";
import { fieldsOf } from "./fields.ts";

/**
 * A condition in the words of the form it belongs to: questions by their labels, answers by their options. Meant to
 * stand after «if» or «when». Throws on a text that is no condition.
 */
export function conditionText(condition: string | Condition, definition: CallDefinition, language: Language): string {
  const known = typeof condition === "string" ? readCondition(condition) : condition;
  const t = speaker(conditionWords, language);
  if (known.kind === "and" || known.kind === "or") {
    const { kind } = known;
    return known.parts
      .map((part) => conditionText(part, definition, language))
      .reduce((first, second) => t(kind, { first, second }));
  }
  if (known.kind === "not") return t("not", { part: conditionText(known.part, definition, language) });
  const fact = lookUp(conditionWords, language, `fact.${known.name}`);
  if (known.kind === "true" && fact) return fact;
  const field = fieldsOf(definition).find(({ id }) => id === known.name);
  const own = field && t("quoted", { word: field.label[language] });
  const name = own ?? fact ?? lookUp(conditionWords, language, `name.${known.name}`) ?? known.name;
  if (known.kind !== "compare") return t(known.kind, { name });
  const words = (Array.isArray(known.value) ? known.value : [known.value]).map((one) => {
    if (typeof one === "number") return String(one);
    if (typeof one === "boolean") return t("quoted", { word: t(one ? "yes" : "no") });
    return t("quoted", { word: field?.options?.find(({ id }) => id === one)?.label[language] ?? one });
  });
  const value = words.length === 0 ? "" : words.reduce((first, second) => t("one-of", { first, second }));
  return t(`compare.${known.operator}`, { name, value });
}
