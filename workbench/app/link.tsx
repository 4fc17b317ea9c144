import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go } from "./location.ts";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link within the workbench: without a new page, unless the reader asks for a tab or a window. */
export function Link({ href, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
    if (!href.includes("#")) scrollTo(0, 0);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
