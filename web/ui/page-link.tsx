import type { ComponentProps } from "react";
import { useHref, useLinkClickHandler, useLocation } from "react-router";

interface Props extends Omit<ComponentProps<"a">, "href"> {
  to: string;
  replace?: boolean;
  /** What the page to come may want to know and no address should say. */
  state?: unknown;
}

/**
 * A link inside the app. It carries on the language that the address names.
 * Not react-router's own `Link`, which brings 4 kB (gzip) of prefetching for its framework.
 */
export function PageLink({ to, replace = false, state, onClick, ...rest }: Props) {
  const { search } = useLocation();
  const address = withLanguageOf(search, to);
  const href = useHref(address);
  const follow = useLinkClickHandler(address, { replace, state });
  return (
    // oxlint-disable-next-line jsx-a11y/anchor-has-content -- the content comes with the other properties
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    />
  );
}

/** `to` with the `ui` of the present address, unless it names its own. */
export function withLanguageOf(search: string, to: string): string {
  const chosen = new URLSearchParams(search).get("ui");
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(to) ?? [];
  const parts = new URLSearchParams(query);
  if (chosen === null || parts.has("ui")) return to;
  parts.set("ui", chosen);
  return `${path}?${parts}${hash}`;
}
