import { FileLine } from "#app/features/application/entry-view.tsx";
import type { EntryFile } from "#app/features/application/visibility.ts";
import { DeckViewer } from "#app/features/file/deck-viewer.tsx";
import { FilmPlayer } from "#app/features/file/film-player.tsx";
import { StillView } from "#app/features/file/still-view.tsx";
import { viewerKindOf } from "#app/features/file/viewer-kind.ts";
import { paths } from "#app/lib/paths.ts";
import styles from "./entry-media.module.css";

/** One file of an entry where it is read: a film plays, a document turns its pages, a picture shows. */
export function EntryMedia({ file }: { file: EntryFile }) {
  const href = paths.file(file.id);
  const shared = { href, label: file.label };
  const kind = viewerKindOf(file.format);
  return (
    <figure className={styles.media}>
      {kind === "film" ? <FilmPlayer {...shared} width={file.width} height={file.height} /> : null}
      {kind === "deck" ? <DeckViewer {...shared} /> : null}
      {kind === "still" ? <StillView {...shared} width={file.width} height={file.height} /> : null}
      <figcaption>
        <FileLine file={file} href={href} />
      </figcaption>
    </figure>
  );
}
