import { FileLine } from "#app/features/application/entry-view.tsx";
import type { EntryFile } from "#app/features/application/visibility.ts";
import { paths } from "#app/lib/paths.ts";
import styles from "./entry-media.module.css";

/** One file of the entry where it is judged: a film plays here; anything else opens. */
export function EntryMedia({ file }: { file: EntryFile }) {
  const href = paths.file(file.id);
  const isFilm = file.format === "mp4" || file.format === "mov";
  return (
    <figure className={styles.media}>
      {isFilm ? (
        // biome-ignore lint/a11y/useMediaCaption: captions are burnt into the films or come as their own track
        <video controls preload="metadata" src={href} className={styles.film} />
      ) : null}
      <figcaption>
        <FileLine file={file} href={href} />
      </figcaption>
    </figure>
  );
}
