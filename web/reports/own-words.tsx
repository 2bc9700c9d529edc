import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";

/** What a passage asks for, in our own English words and marked so. */
export function OwnWords({ summary }: { summary: string }) {
  const { texts } = useInterface();
  return (
    <p className="own-words">
      <span className="own-words-mark">{texts.provision.ourWords}</span> <Foreign language="en">{summary}</Foreign>
    </p>
  );
}
