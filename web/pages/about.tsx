import { use } from "react";
import { tableSources } from "../about/table-sources.ts";
import { stateEndpoints } from "#domain/states.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { aboutIn } from "../texts/about/load.ts";
import { reviewTextsIn } from "../texts/reviews/load.ts";
import { PageLink } from "../ui/page-link.tsx";

/** How the Compendium is made, what it is not, where its contents come from, and answers to questions. */
export function AboutPage() {
  const { language, texts, fill, date } = useInterface();
  const { title, lead, method, limits, sources, cite, questions } = use(aboutIn(language));
  const reviews = use(reviewTextsIn(language));
  const { data: states } = useApi(stateEndpoints.states, { language });
  const { title: questionsTitle, ...asked } = questions;
  return (
    <article className="about">
      <title>{`${title} – ${texts.site.name}`}</title>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <section>
        <h2>{method.title}</h2>
        <p>{method.gathered}</p>
        <p>{method.search}</p>
        <p>{method.editors}</p>
        <p>{method.status}</p>
        <p>{method.figures}</p>
      </section>
      <section>
        <h2>{limits.title}</h2>
        <p>{limits.official}</p>
        <p>{limits.judgement}</p>
        <p>{limits.complete}</p>
        <p>{limits.authentic}</p>
        <p>{limits.advice}</p>
      </section>
      <section>
        <h2>{sources.title}</h2>
        <p>{sources.laws}</p>
        {states !== undefined && (
          <p>{fill(sources.states, { source: states.meta.source, date: date(states.meta.asOf) })}</p>
        )}
        <p>{sources.register}</p>
        <p>{sources.software}</p>
        <p>{sources.privacy}</p>
        <TableSources />
      </section>
      <section>
        <h2>{cite.title}</h2>
        <p>{cite.law}</p>
        <p>{cite.list}</p>
        <p>{cite.words}</p>
      </section>
      <section>
        <h2>{reviews.title}</h2>
        <p>
          {reviews.lead} <PageLink to="/reviews">{reviews.all}</PageLink>
        </p>
      </section>
      <section>
        <h2>{questionsTitle}</h2>
        {Object.entries(asked).map(([name, { question, answer, ...more }]) => (
          <section key={name}>
            <h3>{question}</h3>
            <p>{answer}</p>
            {"api" in more && (
              <p>
                <a href="/docs">{more.api}</a>
              </p>
            )}
          </section>
        ))}
      </section>
    </article>
  );
}

function TableSources() {
  const { language, date } = useInterface();
  const { sources } = use(aboutIn(language));
  return (
    <>
      <h3>{sources.table}</h3>
      <table className="state-list">
        <thead>
          <tr>
            <th scope="col">{sources.what}</th>
            <th scope="col">{sources.from}</th>
            <th scope="col">{sources.licence}</th>
            <th scope="col">{sources.asOf}</th>
          </tr>
        </thead>
        <tbody>
          {tableSources.map(({ what, source, licence, asOf }) => (
            <tr key={what}>
              <th scope="row">{sources.rows[what]}</th>
              <td>
                <bdi lang="en">{source}</bdi>
              </td>
              <td>
                <bdi lang="en">{licence}</bdi>
              </td>
              <td>{asOf.map(date).join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
