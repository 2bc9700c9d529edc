import { use } from "react";
import { newsEndpoints } from "#domain/news.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { newsTextsIn } from "../texts/news/load.ts";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** The latest additions and changes, of the whole library or of one State, and the feed that goes on from there. */
export function WhatsNew({ state, size = 5 }: { state?: string; size?: number }) {
  const { language, date } = useInterface();
  const words = use(newsTextsIn(language));
  const states = useStates();
  const { data, error } = useApi(newsEndpoints.news, { size, ...(state !== undefined && { state: [state] }) });
  // What is new is beside the matter of a page: where it cannot be had, the page stands without it.
  if (error !== null) return null;
  return (
    <section className="whats-new">
      <h2>{words.title}</h2>
      {data === undefined && <Loading />}
      {data?.total === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {data?.items.map((item) => (
          <li key={`${item.at} ${item.change} ${item.address}`}>
            <span className="quiet">
              {date(item.at)} · {words.changes[item.change]}
              {item.state !== undefined && state === undefined && ` · ${states.nameOf(item.state)}`}
            </span>{" "}
            {item.change === "removed" ? (
              <Foreign language={item.language ?? "en"}>{item.title}</Foreign>
            ) : (
              <PageLink to={item.address}>
                <Foreign language={item.language ?? "en"}>{item.title}</Foreign>
              </PageLink>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={state === undefined ? "/feed.atom" : `/states/${state}/feed.atom`}>{words.feed}</a>
      </p>
    </section>
  );
}
