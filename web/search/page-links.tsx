import { maxWindow } from "#domain/search.ts";
import { useInterface } from "../interface.tsx";
import { PageLink } from "../ui/page-link.tsx";

interface Props {
  total: number;
  page: number;
  size: number;
  searchFor: (page: number) => string;
}

/** Links to the pages of a list, as far as a search can page. */
export function PageLinks({ total, page, size, searchFor }: Props) {
  const { texts, fill, count, number } = useInterface();
  const last = Math.ceil(Math.min(total, maxWindow) / size);
  if (last <= 1) return null;
  return (
    <nav aria-label={texts.results.pages} className="pages">
      <ul className="row">
        {page > 1 && (
          <li>
            <PageLink to={searchFor(page - 1)} rel="prev">
              {texts.results.previous}
            </PageLink>
          </li>
        )}
        {pagesAround(page, last).map((other, index, all) => (
          <li key={other}>
            {other - (all[index - 1] ?? 0) > 1 && <span className="quiet">… </span>}
            <PageLink
              to={searchFor(other)}
              aria-label={fill(texts.results.page, { page: number(other) })}
              aria-current={other === page ? "page" : undefined}
            >
              {number(other)}
            </PageLink>
          </li>
        ))}
        {page < last && (
          <li>
            <PageLink to={searchFor(page + 1)} rel="next">
              {texts.results.next}
            </PageLink>
          </li>
        )}
      </ul>
      {total > maxWindow && page === last && <p className="quiet">{count(texts.results.window, maxWindow)}</p>}
    </nav>
  );
}

/** The first page, the last, and those near the one shown: 1 … 6 7 8 … 20. */
export function pagesAround(page: number, last: number): number[] {
  const near = [1, page - 1, page, page + 1, last];
  return [...new Set(near)].filter((other) => other >= 1 && other <= last).toSorted((a, b) => a - b);
}
