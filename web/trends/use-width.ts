import { useCallback, useState, type RefCallback } from "react";

/** The width in pixels of the element that takes the ref, kept up to date: none before it is in the page, a desk's where nothing can measure it. */
export function useWidth(): [width: number | undefined, ref: RefCallback<HTMLElement>] {
  const [width, setWidth] = useState<number>();
  const measure = useCallback((element: HTMLElement) => {
    // Known before the first paint: what is drawn by it is drawn once.
    setWidth(element.clientWidth || 640);
    const observer =
      typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(() => setWidth(element.clientWidth));
    observer?.observe(element);
    return () => observer?.disconnect();
  }, []);
  return [width, measure];
}
