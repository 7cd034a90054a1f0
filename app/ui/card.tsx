import type { ReactNode } from "react";
import styles from "./card.module.css";

/** A raised piece of a page. */
export function Card({
  children,
  as: Tag = "div",
}: {
  children: ReactNode;
  as?: "div" | "section" | "article" | "li";
}) {
  return <Tag className={styles.card}>{children}</Tag>;
}

/** Facts as pairs of a word and its value. */
export function Facts({ pairs }: { pairs: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {pairs.map(([word, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pairs of a page do not move
        <div key={index}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
