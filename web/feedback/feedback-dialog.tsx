import { use, useEffect, useId, useRef, useState, type SyntheticEvent } from "react";
import { feedbackKinds, feedbackPath, type Feedback } from "#domain/feedback.ts";
import { useInterface } from "../interface.tsx";
import { newsTextsIn } from "../texts/news/load.ts";

type Outcome = "writing" | "sending" | "sent" | "failed" | "tooMany";

/** A form about the record on the page, sent as JSON and kept as text. */
export function FeedbackDialog({ onClose }: { onClose: () => void }) {
  const { texts, language } = useInterface();
  const { feedback, kinds } = use(newsTextsIn(language));
  const dialog = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("writing");
  const ids = { title: useId(), kind: useId(), words: useId(), contact: useId() };
  useEffect(() => dialog.current?.showModal(), []);
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setOutcome("sending");
    setOutcome(await kept(form));
  };
  const said = outcome === "writing" || outcome === "sending" ? undefined : feedback[outcome];
  return (
    <dialog ref={dialog} className="feedback-dialog" aria-labelledby={ids.title} onClose={onClose}>
      <h2 id={ids.title}>{feedback.title}</h2>
      {outcome === "sent" ? (
        <>
          <p role="status">{said}</p>
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.results.close}
          </button>
        </>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <p>{feedback.lead}</p>
          <p>
            <label htmlFor={ids.kind}>{feedback.kind}</label>
            <select id={ids.kind} name="kind">
              {feedbackKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind]}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor={ids.words}>{feedback.words}</label>
            <textarea id={ids.words} name="words" required minLength={3} maxLength={4000} rows={5} dir="auto" />
          </p>
          <p>
            <label htmlFor={ids.contact}>{feedback.contact}</label>
            <input id={ids.contact} name="contact" maxLength={200} dir="auto" autoComplete="email" />
          </p>
          <p role="status">{said}</p>
          <p>
            <button type="submit" className="primary" disabled={outcome === "sending"}>
              {feedback.send}
            </button>{" "}
            <button type="button" onClick={() => dialog.current?.close()}>
              {feedback.cancel}
            </button>
          </p>
        </form>
      )}
    </dialog>
  );
}

async function kept(form: FormData): Promise<Outcome> {
  const { pathname, hash } = window.location;
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const words: Feedback = {
    record: `${pathname}${hash}`,
    kind: feedbackKinds.find((kind) => kind === field("kind")) ?? "remark",
    words: field("words"),
    ...(field("contact") !== "" && { contact: field("contact") }),
  };
  try {
    const { status } = await fetch(feedbackPath, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(words),
    });
    return status === 202 ? "sent" : status === 429 ? "tooMany" : "failed";
  } catch {
    return "failed";
  }
}
