import { useCallback, useState, type RefCallback } from "react";

/** Of the last element measured: a chart stands where the line that waited for its figures stood. */
let known: number | undefined;

/**
 * The width in pixels of the element that takes the ref, kept up to date: none before one is in the page, a desk's where
 * nothing can measure it.
 */
export function useWidth(): [width: number | undefined, ref: RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(known);
  const measure = useCallback((element: HTMLElement) => {
    const take = () => setWidth((known = element.clientWidth || 640));
    // The page is laid out for it here and now. Where a width is known, the observer tells of another after the next layout.
    if (known === undefined || typeof ResizeObserver === "undefined") take();
    const observer = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(take);
    observer?.observe(element);
    return () => observer?.disconnect();
  }, []);
  return [width, measure];
}
