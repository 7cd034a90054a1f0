import type { Answer, Answers, FileFacts, Row } from "#app/features/call/answers.ts";
import { holds, isUnanswered, type Values } from "#app/features/call/condition.ts";
import { type CallDefinition, type Field, type Section, type Slot, stages } from "#app/features/call/definition.ts";
import { slotCountObstacles, slotObstacles } from "#app/features/file/slot-rules.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { answerProblems } from "./answer-schema.ts";
import { type EditionFacts, isShown, valuesOf } from "./derived.ts";

export type Stage = (typeof stages)[number];

/** `stage`: how far the application has come; what is asked later is neither shown nor missed. Before the deadline: `submit`. */
export type FormContext = { edition: EditionFacts; stage?: Stage };

/** How full something is, for the waterline: of what has to be there, how much is. */
export type Progress = { done: number; total: number };
export type SectionProgress = Progress & { id: string; obstacles: Obstacle[] };

/** Everything that is still missing or wrong before an application may be handed in. Empty: it is complete. */
export function missingFor(
  definition: CallDefinition,
  answers: Answers,
  files: readonly FileFacts[],
  context: FormContext,
): Obstacle[] {
  return progressOf(definition, answers, files, context).flatMap((part) => part.obstacles);
}

/** The state of each section in form order, and of the files last, under the id `files`. */
export function progressOf(
  definition: CallDefinition,
  answers: Answers,
  files: readonly FileFacts[],
  context: FormContext,
): SectionProgress[] {
  const values = valuesOf(definition, answers, context.edition);
  const sections = definition.sections.map((section) => ({
    id: section.id,
    ...added(
      fieldsShown(section, values, context.stage).map((field) => {
        const required = isRequired(field, values);
        return { required, obstacles: fieldObstacles(field, values[field.id], required) };
      }),
    ),
  }));
  const slots = slotsAsked(definition, context.stage).map((slot) => {
    const required = isRequired(slot, values);
    const own = files.filter((file) => file.slot === slot.id);
    return {
      required,
      obstacles: [
        ...slotCountObstacles(slot, own.length, required),
        ...own.flatMap((file) => slotObstacles(slot, file)),
      ],
    };
  });
  return [...sections, { id: "files", ...added(slots) }];
}

/** The whole application's level: all sections and the files together. */
export function totalProgress(parts: readonly Progress[]): Progress {
  return {
    done: parts.reduce((sum, part) => sum + part.done, 0),
    total: parts.reduce((sum, part) => sum + part.total, 0),
  };
}

/** The fields of a section that are asked at a stage, given everything else; computed ones among them, to be shown. */
export function fieldsShown(section: Section, values: Values, stage: Stage = "submit"): Field[] {
  return section.fields.filter((field) => isAsked(field, stage) && isShown(field, values));
}

/** The file slots asked at a stage, in order. */
export function slotsAsked(definition: CallDefinition, stage: Stage = "submit"): Slot[] {
  return definition.slots.filter((slot) => isAsked(slot, stage));
}

/** Whether a field or slot has to be filled, given everything else. */
export function isRequired(asked: Pick<Field | Slot, "required" | "requiredIf">, values: Values): boolean {
  return asked.required || (asked.requiredIf !== undefined && holds(asked.requiredIf, values));
}

function isAsked({ stage: from }: { stage: Stage }, stage: Stage): boolean {
  return stages.indexOf(from) <= stages.indexOf(stage);
}

function fieldObstacles(field: Field, answer: Answer | null | undefined, required: boolean): Obstacle[] {
  if (field.type === "computed") return [];
  if (field.consent && required && answer !== true) return [{ code: "consent-required", at: field.id }];
  if (isUnanswered(answer)) return required ? [{ code: "answer-required", at: field.id }] : [];
  return [...answerProblems(field, answer), ...emptyCells(field, answer)];
}

/** A row that was begun has to be finished, whether or not the table itself is required. */
function emptyCells(field: Field, answer: Answer): Obstacle[] {
  const columns = (field.columns ?? []).filter((column) => column.required);
  if (columns.length === 0 || !Array.isArray(answer)) return [];
  return answer.flatMap((row: string | Row, index) =>
    columns
      .filter((column) => typeof row === "string" || !Object.hasOwn(row, column.id) || isUnanswered(row[column.id]))
      .map((column) => ({ code: "answer-required", at: `${field.id}[${index}].${column.id}` })),
  );
}

/** Optional parts count only where something is wrong with them: they would have to be mended. */
function added(parts: readonly { required: boolean; obstacles: Obstacle[] }[]): Progress & { obstacles: Obstacle[] } {
  const counted = parts.filter(({ required, obstacles }) => required || obstacles.length > 0);
  return {
    total: counted.length,
    done: counted.filter(({ obstacles }) => obstacles.length === 0).length,
    obstacles: parts.flatMap(({ obstacles }) => obstacles),
  };
}
