import { useInterface } from "../interface.tsx";
import { useObligationNames } from "../obligations.ts";
import { PageLink } from "../ui/page-link.tsx";

/** The obligations a provision meets, each a link to every law that meets it. */
export function ObligationCodes({ codes }: { codes: string[] }) {
  const { texts } = useInterface();
  const nameOf = useObligationNames(codes.length > 0);
  if (codes.length === 0) return null;
  return (
    <ul className="codes" aria-label={texts.provision.obligations}>
      {codes.map((code) => (
        <li key={code}>
          <PageLink to={`/legislation?obligation=${encodeURIComponent(code)}`}>
            <bdi dir="ltr">{code}</bdi>
            {nameOf(code) !== code && ` ${nameOf(code)}`}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
