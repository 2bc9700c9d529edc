import { useParams } from "react-router";
import { changesEndpoints, changeKinds, type Change, type Changes } from "#domain/changes.ts";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import { lawAddress } from "../addresses.ts";
import { ProblemError, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { ChangedWords } from "../law/changed-words.tsx";
import { useProvisionName } from "../law/provision-name.ts";
import { useLawTexts } from "../law/use-law-texts.ts";
import { useStates } from "../states.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useIsWide } from "../ui/use-is-wide.ts";
import { useParamsOf } from "../use-params-of.ts";
import { NotFoundPage } from "./not-found.tsx";

/** What differs between two dated versions of a law, article by article. */
export function ChangesPage() {
  const { id = "" } = useParams();
  const { texts } = useInterface();
  const lawTexts = useLawTexts();
  const { params } = useParamsOf(changesEndpoints.changes);
  const { data, error, refetch } = useApi(changesEndpoints.changes, params, { parts: { id } });
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundPage text={texts.notFound.law} />;
  if (error !== null) {
    const isRefused = error instanceof ProblemError && error.problem.status === 400;
    return (
      <>
        <h1>{lawTexts.changes.title}</h1>
        {isRefused ? (
          <p className="notice">
            {lawTexts.changes.refused} <PageLink to={lawAddress(id)}>{lawTexts.changes.toLaw}</PageLink>
          </p>
        ) : (
          <Failure error={error} retry={() => void refetch()} />
        )}
      </>
    );
  }
  if (data === undefined) return <Loading />;
  return <LoadedChanges changes={data} />;
}

function LoadedChanges({ changes }: { changes: Changes }) {
  const { texts, number } = useInterface();
  const words = useLawTexts().changes;
  const states = useStates();
  const isWide = useIsWide();
  const { law, from, counts, items } = changes;
  return (
    <article className="changes">
      <title>{`${words.title}: ${law.title} – ${texts.site.name}`}</title>
      <h1>
        {words.title} <Foreign language={law.language}>{law.title}</Foreign>
      </h1>
      <p>{states.nameOf(law.state)}</p>
      <p>{words.how}</p>
      <dl className="counts">
        {([...changeKinds, "unchanged"] as const).map((kind) => (
          <div key={kind}>
            <dt>{words.kinds[kind]}</dt>
            <dd>{number(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      {items.length === 0 ? <p>{words.none}</p> : <p className="quiet">{words.marks}</p>}
      <div className="sides">
        <Version name={words.before} version={from} />
        <Version name={words.after} version={law} />
      </div>
      {items.map((change) => (
        <ChangedProvision
          key={`${change.before?.anchor} ${change.after?.anchor}`}
          change={change}
          language={law.language}
          isWide={isWide}
        />
      ))}
    </article>
  );
}

function Version({ name, version }: { name: string; version: Changes["law"] }) {
  const { texts, date } = useInterface();
  return (
    <p>
      <strong>{name}</strong>{" "}
      <PageLink to={lawAddress(version.id, { language: version.language })}>
        {version.date === undefined ? (
          <Foreign language={version.language}>{version.title}</Foreign>
        ) : (
          date(version.date)
        )}
      </PageLink>{" "}
      <span className="quiet">{texts.codes.statuses[version.status]}</span>
    </p>
  );
}

function ChangedProvision({ change, language, isWide }: { change: Change; language: Language; isWide: boolean }) {
  const { fill } = useInterface();
  const words = useLawTexts().changes;
  const nameOf = useProvisionName();
  const { kind, before, after, parts } = change;
  const place = after ?? before!;
  const formerly = after !== undefined && before !== undefined && nameOf(before) !== nameOf(after);
  const direction = isRightToLeft(language) ? "rtl" : "ltr";
  return (
    <section className="changed">
      <h2>
        <Foreign language={language}>{nameOf(place)}</Foreign> <span className="kind">{words.kinds[kind]}</span>
        {formerly && <span className="quiet"> {fill(words.formerly, { provision: nameOf(before) })}</span>}
      </h2>
      {parts.length > 0 && (
        <div className="sides" lang={language} dir={direction}>
          {isWide ? (
            <>
              <ChangedWords parts={parts} without="added" />
              <ChangedWords parts={parts} without="removed" />
            </>
          ) : (
            <ChangedWords parts={parts} />
          )}
        </div>
      )}
    </section>
  );
}
