export type ViewerKind = "film" | "deck" | "still" | "other";

const kinds: Record<string, ViewerKind> = {
  mp4: "film",
  mov: "film",
  pdf: "deck",
  jpg: "still",
  png: "still",
};

/** How a file of this format (found by its content) is shown where it is read: anything unknown is only linked. */
export function viewerKindOf(format: string): ViewerKind {
  return Object.hasOwn(kinds, format) ? (kinds[format] ?? "other") : "other";
}
