import { expect, test } from "vitest";
import { posterOf, viewerKindOf } from "#app/features/file/viewer-kind.ts";

test("films play, documents turn pages, pictures show, and anything else is only linked", () => {
  expect(["mp4", "mov", "pdf", "png", "jpg"].map(viewerKindOf)).toEqual(["film", "film", "deck", "still", "still"]);
  expect(["zip", "xlsx", "unknown", "constructor", "__proto__"].map(viewerKindOf)).toEqual(Array(5).fill("other"));
});

test("a film waits behind the first landscape picture meant for print, and behind no paper", () => {
  const scan = { id: "scan", format: "png", visibility: "staff", width: 1600, height: 900 };
  const portrait = { id: "portrait", format: "jpg", visibility: "public", width: 900, height: 1600 };
  const film = { id: "film", format: "mp4", visibility: "public", width: 1920, height: 1080 };
  const unmeasured = { id: "unmeasured", format: "jpg", visibility: "public" };
  const poster = { id: "poster", format: "jpg", visibility: "public", width: 1600, height: 900 };
  const still = { ...poster, id: "still" };
  expect(posterOf([scan, portrait, film, unmeasured, poster, still])).toBe(poster);
  expect(posterOf([scan, portrait, film, unmeasured])).toBeUndefined();
});
