import { useInterface } from "../interface.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** For an address that is no page; `text` says more where more is known. */
export function NotFoundPage({ text }: { text?: string }) {
  const { texts } = useInterface();
  return (
    <section>
      <title>{`${texts.notFound.title} – ${texts.site.name}`}</title>
      <h1>{texts.notFound.title}</h1>
      <p>{text ?? texts.notFound.text}</p>
      <p>
        <PageLink to="/">{texts.notFound.home}</PageLink>
      </p>
    </section>
  );
}
