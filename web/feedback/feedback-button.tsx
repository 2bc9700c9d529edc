import { lazy, Suspense, use, useState } from "react";
import { useInterface } from "../interface.tsx";
import type { NewsTexts } from "../texts/news/en.ts";
import { newsTextsIn } from "../texts/news/load.ts";

/** The way to say that something on this page is wrong; the form comes when it is asked for. */
export function FeedbackButton() {
  const feedback = useFeedbackTexts();
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

/** The texts of the button and its form in the language of the pages. Suspends until they are there. */
export function useFeedbackTexts(): NewsTexts["feedback"] {
  return use(newsTextsIn(useInterface().language)).feedback;
}

const FeedbackDialog = lazy(async () => ({ default: (await import("./feedback-dialog.tsx")).FeedbackDialog }));
