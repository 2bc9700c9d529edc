import { lazy, Suspense, use, useState } from "react";
import { useInterface } from "../interface.tsx";
import { newsTextsIn } from "../texts/news/load.ts";

/** The way to say that something on this page is wrong; the form comes when it is asked for. */
export function FeedbackButton() {
  const { feedback } = use(newsTextsIn(useInterface().language));
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="feedback">
      <button type="button" className="plain" onClick={() => setIsOpen(true)}>
        {feedback.open}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <FeedbackDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

const FeedbackDialog = lazy(async () => ({ default: (await import("./feedback-dialog.tsx")).FeedbackDialog }));
