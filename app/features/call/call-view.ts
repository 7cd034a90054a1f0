import type { Language } from "#app/i18n/text.ts";
import { conditionText } from "./condition-text.ts";
import type { CallDefinition, Column, Field, RoundPlan, Rule, Slot, Text } from "./definition.ts";

/** A call's definition in one language, as anybody may read it before signing in. */
export type CallView = {
  rules: { id: string; text: string; severity: "block" | "warn" | "staff" }[];
  sections: SectionView[];
  slots: SlotView[];
  rounds: RoundView[];
  awards: { id: string; name: string; count: number; kinds: string[] }[];
  scale: { min: number; max: number; step: number; bands: { from: number; to: number; meaning: string }[] };
};
export type SectionView = { id: string; title: string; intro?: string | undefined; fields: FieldView[] };
export type FieldView = Pick<Field, "type" | "visibility" | "stage" | "min" | "max" | "unit"> & {
  id: string;
  label: string;
  help?: string | undefined;
  need: Need;
  isConsent: boolean;
  maxChoices?: number | undefined;
  maxRows?: number | undefined;
  options: string[];
  columns: { id: string; label: string; isRequired: boolean; options: string[] }[];
};
export type SlotView = Pick<
  Slot,
  "formats" | "maxBytes" | "maxPages" | "maxMinutes" | "minPixels" | "minHeight" | "count" | "visibility" | "stage"
> & { id: string; label: string; help?: string | undefined; need: Need };
/** Whether something must be given; where that hangs on other answers, on which, in words that follow «when». */
export type Need = { isRequired: boolean; requiredWhen?: string | undefined; askedWhen?: string | undefined };
export type RoundView = Pick<RoundPlan, "kind" | "reviews"> & {
  id: string;
  name: string;
  isBlind: boolean;
  criteria: { id: string; label: string; weight: number; high: string; middle: string; low: string }[];
};

/** Shapes a definition for a reader. Computed fields are left out: nobody is asked for them. */
export function shapeCall(definition: CallDefinition, language: Language): CallView {
  const say = (text: Text) => text[language];
  return {
    rules: definition.rules
      .filter(isForReaders)
      .map(({ id, message, severity }) => ({ id, text: say(message), severity })),
    sections: definition.sections.map((section) => ({
      id: section.id,
      title: say(section.title),
      intro: section.intro && say(section.intro),
      fields: section.fields
        .filter((field) => field.type !== "computed")
        .map((field) => ({ ...shapeField(field, say), need: needOf(field, { definition, language }) })),
    })),
    slots: definition.slots.map((slot) => ({ ...shapeSlot(slot, say), need: needOf(slot, { definition, language }) })),
    rounds: definition.rounds.map((round) => shapeRound(round, say)),
    awards: definition.awards.map(({ id, name, count, kinds }) => ({ id, name: say(name), count, kinds })),
    scale: {
      min: definition.scale.min,
      max: definition.scale.max,
      step: definition.scale.step,
      bands: definition.scale.bands.map(({ from, to, meaning }) => ({ from, to, meaning: say(meaning) })),
    },
  };
}

/** What organisers weigh, the deadline (shown as a date) and what is found in files are no conditions to read up on. */
function isForReaders({ severity, op, field }: Rule): boolean {
  return severity !== "staff" && op !== "before_deadline" && field !== "anonymity_hits";
}

type Say = (text: Text) => string;

function shapeField(field: Field, say: Say): Omit<FieldView, "need"> {
  const { id, type, visibility, stage, min, max, unit, maxChoices, maxRows } = field;
  return {
    id,
    type,
    visibility,
    stage,
    min,
    max,
    unit,
    maxChoices,
    maxRows,
    label: say(field.label),
    help: field.help && say(field.help),
    isConsent: field.consent === true,
    options: labels(field, say),
    columns: (field.columns ?? []).map((column) => ({
      id: column.id,
      label: say(column.label),
      isRequired: column.required,
      options: labels(column, say),
    })),
  };
}

function shapeSlot(slot: Slot, say: Say): Omit<SlotView, "need"> {
  const { id, formats, maxBytes, maxPages, maxMinutes, minPixels, minHeight, count, visibility, stage } = slot;
  return {
    id,
    formats,
    maxBytes,
    maxPages,
    maxMinutes,
    minPixels,
    minHeight,
    count,
    visibility,
    stage,
    label: say(slot.label),
    help: slot.help && say(slot.help),
  };
}

function shapeRound(round: RoundPlan, say: Say): RoundView {
  return {
    id: round.id,
    name: say(round.name),
    kind: round.kind,
    reviews: round.reviews,
    isBlind: round.blind,
    criteria: round.criteria.map(({ id, label, weight, anchors }) => ({
      id,
      label: say(label),
      weight,
      high: say(anchors.high),
      middle: say(anchors.middle),
      low: say(anchors.low),
    })),
  };
}

type Asked = { required: boolean; requiredIf?: string | undefined; showIf?: string | undefined };

function needOf(
  { required, requiredIf, showIf }: Asked,
  { definition, language }: { definition: CallDefinition; language: Language },
): Need {
  const inWords = (condition: string | undefined) =>
    condition === undefined ? undefined : conditionText(condition, definition, language);
  return { isRequired: required, requiredWhen: required ? undefined : inWords(requiredIf), askedWhen: inWords(showIf) };
}

function labels({ options }: Pick<Field | Column, "options">, say: Say): string[] {
  return (options ?? []).map((option) => say(option.label));
}
