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

type Pictured = { format: string; visibility: string; width?: number | undefined; height?: number | undefined };

/**
 * The picture that stands in a film's place until it plays: the first one in landscape among those the makers gave to be
 * printed. Never a scan of a paper, which is a picture too.
 */
export function posterOf<Shown extends Pictured>(files: readonly Shown[]): Shown | undefined {
  return files.find(
    ({ format, visibility, width = 0, height = 0 }) =>
      viewerKindOf(format) === "still" && visibility === "public" && width > height,
  );
}
