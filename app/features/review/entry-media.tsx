import { FileLine } from "#app/features/application/entry-view.tsx";
import type { EntryFile } from "#app/features/application/visibility.ts";
import { FileView } from "#app/features/file/file-view.tsx";
import { paths } from "#app/lib/paths.ts";
import styles from "./entry-media.module.css";

type Props = {
  file: EntryFile;
  /** The picture that stands for the entry's films until they play, if its reader may see one. */
  poster?: EntryFile | undefined;
};

/** One file of an entry where it is read: a film plays, a document turns its pages, a picture shows. */
export function EntryMedia({ file, poster }: Props) {
  const href = paths.file(file.id);
  return (
    <figure className={styles.media}>
      <FileView
        href={href}
        label={file.name}
        format={file.format}
        width={file.width}
        height={file.height}
        poster={poster && paths.file(poster.id)}
      />
      <figcaption>
        <FileLine file={file} href={href} />
      </figcaption>
    </figure>
  );
}
