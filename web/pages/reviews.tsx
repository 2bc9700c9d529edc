import { use } from "react";
import { api } from "#domain/api.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { reviewTextsIn } from "../texts/reviews/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** The reviews there are, each with its cut-off. */
export function ReviewsPage() {
  const { language, texts, count, fill, date } = useInterface();
  const words = use(reviewTextsIn(language));
  const { data, error, refetch } = useApi(api.reviews, { language });
  return (
    <div className="reviews">
      <title>{`${words.title} – ${texts.site.name}`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <ul className="review-list">
          {data.items.map(({ id, title, cutOff, questions }) => (
            <li key={id}>
              <h2>
                <PageLink to={`/reviews/${encodeURIComponent(id)}`}>{title}</PageLink>
              </h2>
              <p className="quiet">
                {count(words.questions, questions)} · {fill(words.cutOff, { date: date(cutOff) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
