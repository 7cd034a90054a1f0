import type { Submission, SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { answer } from "./answer.server.ts";
import { type Obstacle, Refused, Stale, TooMany } from "./refusal.ts";
import { readFormData } from "./request.server.ts";

/** Never sent back to the page. */
const secrets = ["password", "current", "code"];

/**
 * Reads a posted form by its schema and runs the act on it. What the schema or the act refuses comes back as a 422 (409
 * for what somebody changed in between, 429 for too often) with the form as it was typed and the codes of the obstacles at their fields; other expected errors
 * become what they are in HTTP.
 */
export async function actOnForm<Schema extends z.ZodType, Result>(
  request: Request,
  schema: Schema,
  act: (value: z.output<Schema>, form: FormData) => Promise<Result>,
) {
  const form = await readFormData(request);
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success")
    return data({ result: submission.reply({ hideFields: secrets }) as SubmissionResult<string[]> }, { status: 422 });
  const outcome = await answer(async () => {
    try {
      return { done: await act(submission.value, form) };
    } catch (error) {
      if (error instanceof Refused) return { refused: refusal(submission, error.obstacles), status: 422, headers: {} };
      if (error instanceof Stale)
        return { refused: refusal(submission, [{ code: "stale-version" }]), status: 409, headers: {} };
      if (!(error instanceof TooMany)) throw error;
      const minutes = Math.ceil(error.retryAfterSeconds / 60);
      const refused = refusal(submission, [{ code: "too-many-attempts", facts: { minutes } }]);
      return { refused, status: 429, headers: { "Retry-After": String(error.retryAfterSeconds) } };
    }
  });
  if ("done" in outcome) return outcome.done;
  if ("refused" in outcome)
    return data({ result: outcome.refused }, { status: outcome.status, headers: outcome.headers });
  throw outcome;
}

function refusal(submission: Submission<unknown>, obstacles: readonly Obstacle[]): SubmissionResult<string[]> {
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const { code, at, facts } of obstacles) {
    const query = new URLSearchParams(Object.entries(facts ?? {}).map(([name, fact]) => [name, String(fact)]));
    const spelled = query.size > 0 ? `${code}?${query}` : code;
    if (at) fieldErrors[at] = [...(fieldErrors[at] ?? []), spelled];
    else formErrors.push(spelled);
  }
  return submission.reply({ fieldErrors, formErrors, hideFields: secrets }) as SubmissionResult<string[]>;
}
