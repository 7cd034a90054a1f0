import { expect, test } from "vitest";
import { viewerKindOf } from "#app/features/file/viewer-kind.ts";

test("films play, documents turn pages, pictures show, and anything else is only linked", () => {
  expect(["mp4", "mov", "pdf", "png", "jpg"].map(viewerKindOf)).toEqual(["film", "film", "deck", "still", "still"]);
  expect(["zip", "xlsx", "unknown", "constructor", "__proto__"].map(viewerKindOf)).toEqual(Array(5).fill("other"));
});
