import { use } from "react";
import { useParams } from "react-router";
import { api } from "#domain/api.ts";
import { isRightToLeft, languages } from "#domain/languages.ts";
import type { StateProfile } from "#domain/profiles.ts";
import { addressOf, ProblemError, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Changes } from "../states/changes.tsx";
import { DocumentLink, DocumentList } from "../states/documents.tsx";
import { EvidenceGrid } from "../states/evidence-grid.tsx";
import { LawsOverTime } from "../states/laws-over-time.tsx";
import { MatrixOfAState } from "../states/matrix.tsx";
import { PracticeList } from "../states/practices.tsx";
import { ProfileTools } from "../states/profile-tools.tsx";
import { TreatiesOfAState } from "../states/treaties.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { NotFoundPage } from "./not-found.tsx";

/** One Member State: who it is, and what of each kind is recorded about it, or the words that nothing is. */
export function StatePage() {
  const { iso3 = "" } = useParams();
  const { language } = useInterface();
  const { profile } = use(stateTextsIn(language));
  const { data, error, refetch } = useApi(api.state, { language }, { parts: { iso3 }, keepLast: true });
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundPage text={profile.unknown} />;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <State state={data} />;
}

function State({ state }: { state: StateProfile }) {
  const { language, texts } = useInterface();
  const { evidence, matrix, laws, treaties, practices, documents, changes } = use(stateTextsIn(language));
  const filter = { state: state.iso3 };
  const blocks = [
    { id: "evidence", title: evidence.title },
    { id: "matrix", title: matrix.title },
    { id: "laws", title: laws.title },
    { id: "treaties", title: treaties.title },
    { id: "practices", title: practices.title },
    { id: "documents", title: documents.title },
    { id: "changes", title: changes.title },
  ];
  return (
    <article className="profile">
      <title>{`${state.name} – ${texts.site.name}`}</title>
      <h1>{state.name}</h1>
      <Identity state={state} />
      <ProfileTools
        blocks={blocks}
        addressAs={(extension) => addressOf(api.state, { language }, { iso3: state.iso3 }, extension)}
      />
      <EvidenceGrid evidence={state.evidence} filter={filter} />
      <MatrixOfAState matrix={state.matrix} iso3={state.iso3} />
      <LawsOverTime laws={state.laws} filter={filter} />
      <TreatiesOfAState treaties={state.treaties} />
      <PracticeList practices={state.practices} filter={{ contributor: state.iso3 }} />
      <DocumentList documents={state.documents} filter={filter} />
      <Changes changes={state.changes} />
    </article>
  );
}

function Identity({ state: { iso3, iso2, m49, names, places, documents } }: { state: StateProfile }) {
  const { language, texts } = useInterface();
  const { profile, groupNotes, documents: words } = use(stateTextsIn(language));
  const note = (groupNotes as Record<string, string>)[iso3];
  return (
    <dl className="identity">
      <div>
        <dt>{profile.names}</dt>
        <dd>
          <ul className="row">
            {languages
              .filter((other) => other !== language)
              .map((other) => (
                <li key={other}>
                  <span className="quiet">{texts.codes.languages[other]}</span>{" "}
                  <bdi lang={other} dir={isRightToLeft(other) ? "rtl" : "ltr"}>
                    {names[other]}
                  </bdi>
                </li>
              ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{profile.places}</dt>
        <dd>
          <ul className="row">
            {places.map(({ code, name }) => (
              <li key={code}>
                <PageLink to={`/regions/${code}`}>{name}</PageLink>
              </li>
            ))}
          </ul>
          {note !== undefined && <p className="quiet">{note}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.lastReport}</dt>
        <dd>
          {documents.lastReport === undefined ? (
            <span className="quiet">{words.noReport}</span>
          ) : (
            <DocumentLink document={documents.lastReport} />
          )}
        </dd>
      </div>
      <div>
        <dt>{profile.codes}</dt>
        <dd>
          <bdi lang="zxx" dir="ltr">{`ISO ${iso3}, ${iso2} · M49 ${m49}`}</bdi>
        </dd>
      </div>
    </dl>
  );
}
