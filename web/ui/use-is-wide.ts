import { useSyncExternalStore } from "react";

/** True where the window has room for a column beside the text; the stylesheet draws the same line. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => wide().matches);
}

function watch(changed: () => void): () => void {
  const query = wide();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

function wide(): MediaQueryList {
  return window.matchMedia("(min-width: 60rem)");
}
