import type { ButtonHTMLAttributes, ReactNode } from "react";
import styles from "./button.module.css";

/** Gold marks the one next step of a page; sea is an ordinary act; quiet stays in the background. */
export type ButtonKind = "gold" | "sea" | "quiet" | "danger";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind; small?: boolean };

export function Button({ kind = "sea", small = false, type = "submit", className, ...rest }: ButtonProps) {
  return <button type={type} className={classOf(kind, small, className)} {...rest} />;
}

type LinkButtonProps = {
  href: string;
  kind?: ButtonKind;
  small?: boolean;
  children: ReactNode;
  download?: boolean;
  "aria-label"?: string;
};

/** A link that looks like the act it leads to. */
export function LinkButton({ kind = "sea", small = false, children, ...rest }: LinkButtonProps) {
  return (
    <a className={classOf(kind, small)} {...rest}>
      {children}
    </a>
  );
}

function classOf(kind: ButtonKind, small: boolean, more?: string): string {
  return [styles.button, styles[kind], small ? styles.small : "", more ?? ""].filter(Boolean).join(" ");
}
