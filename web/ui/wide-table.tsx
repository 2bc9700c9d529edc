import type { ReactNode } from "react";

/** A table that may be wider than a narrow window: it is moved by itself, also by keyboard, and the page stays. */
export function WideTable({ name, children }: { name: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <div className="wide-table" role="region" aria-label={name} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
