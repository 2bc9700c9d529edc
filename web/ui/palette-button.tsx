import { lazy, Suspense, useEffect, useState } from "react";
import { useInterface } from "../interface.tsx";

/** Opens the palette, as do Ctrl and K together (⌘ and K on a Mac) wherever one is; it is loaded when first asked for. */
export function PaletteButton() {
  const { texts } = useInterface();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);
  return (
    <>
      <button type="button" className="plain" aria-keyshortcuts="Control+K Meta+K" onClick={() => setIsOpen(true)}>
        {texts.site.search}
      </button>
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const Palette = lazy(async () => ({ default: (await import("../palette/palette.tsx")).Palette }));
