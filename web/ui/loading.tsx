import { useInterface } from "../interface.tsx";

export function Loading({ text }: { text?: string }) {
  const { texts } = useInterface();
  return (
    <p className="quiet" role="status">
      {text ?? texts.site.loading}
    </p>
  );
}
