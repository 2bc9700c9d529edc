import { useLayoutEffect, useState, type RefObject } from "react";

/** The width of an element in pixels, kept up to date; a desk's where nothing can measure it. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null || typeof ResizeObserver === "undefined") return undefined;
    // It reports the first width by itself.
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
