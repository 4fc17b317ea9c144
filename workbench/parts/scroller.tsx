import type { ReactNode, Ref } from "react";

interface Props {
  /** What is in it, for those who hear the page. */
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly document?: string;
  readonly children: ReactNode;
}

/** A part of the page that scrolls by itself, and so must be reachable by keyboard. */
export function Scroller({ label, className = "scroller", ref, document: of, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={className} ref={ref} tabIndex={0} aria-label={label} data-document={of}>
      {children}
    </section>
  );
}
