import { DeckViewer } from "./deck-viewer.tsx";
import { FilmPlayer } from "./film-player.tsx";
import { StillView } from "./still-view.tsx";
import { viewerKindOf } from "./viewer-kind.ts";

type Props = {
  href: string;
  /** What its reader calls it. */
  label: string;
  format: string;
  width?: number | undefined;
  height?: number | undefined;
  poster?: string | undefined;
  isQuiet?: boolean | undefined;
};

/** The file itself: a film plays, a document turns its pages, a picture shows; of anything else, nothing. */
export function FileView({ href, label, format, width, height, poster, isQuiet }: Props) {
  const shared = { href, label };
  switch (viewerKindOf(format)) {
    case "film":
      return <FilmPlayer {...shared} width={width} height={height} poster={poster} isQuiet={isQuiet} />;
    case "deck":
      return <DeckViewer {...shared} />;
    case "still":
      return <StillView {...shared} width={width} height={height} />;
    default:
      return null;
  }
}
