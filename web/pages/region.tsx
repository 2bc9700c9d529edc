import { use } from "react";
import { useParams } from "react-router";
import { api } from "#domain/api.ts";
import type { RegionProfile } from "#domain/profiles.ts";
import { addressOf, ProblemError, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Changes } from "../states/changes.tsx";
import { DocumentList } from "../states/documents.tsx";
import { EvidenceGrid } from "../states/evidence-grid.tsx";
import { LawsOverTime } from "../states/laws-over-time.tsx";
import { MatricesOfARegion } from "../states/matrix.tsx";
import { PracticeList } from "../states/practices.tsx";
import { ProfileTools } from "../states/profile-tools.tsx";
import { TreatiesOfARegion } from "../states/treaties.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { NotFoundPage } from "./not-found.tsx";

/** A regional group, region or sub-region: its members, and what is recorded about them, summed. */
export function RegionPage() {
  const { id = "" } = useParams();
  const { language } = useInterface();
  const { profile } = use(stateTextsIn(language));
  const { data, error, refetch } = useApi(api.region, { language }, { parts: { id }, keepLast: true });
  if (error instanceof ProblemError && error.problem.status === 404)
    return <NotFoundPage text={profile.unknownRegion} />;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <Region region={data} />;
}

function Region({ region }: { region: RegionProfile }) {
  const { language, texts, count, fill } = useInterface();
  const {
    evidence,
    matrix,
    laws,
    treaties,
    practices,
    documents,
    changes,
    region: words,
  } = use(stateTextsIn(language));
  const filter = { region: region.code };
  const of = region.members.length;
  const blocks = [
    { id: "members", title: words.members },
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
      <title>{`${region.name} – ${texts.site.name}`}</title>
      <h1>{region.name}</h1>
      <p className="lead">
        {count(words.memberCount, of)} ·{" "}
        {region.parentName !== undefined && fill(words.partOf, { region: region.parentName })} {words.summed}
      </p>
      <p className="quiet">{words.dated}</p>
      {region.guests.length > 0 && (
        <p className="quiet">{fill(words.guests, { states: region.guests.map(({ name }) => name).join(", ") })}</p>
      )}
      <ProfileTools
        blocks={blocks}
        addressAs={(extension) => addressOf(api.region, { language }, { id: region.code }, extension)}
      />
      <Parts parts={region.parts} />
      <Members members={region.members} />
      <EvidenceGrid evidence={region.evidence} filter={filter} of={of} />
      <MatricesOfARegion matrices={region.matrices} of={of} />
      <LawsOverTime laws={region.laws} filter={filter} of={of} />
      <TreatiesOfARegion treaties={region.treaties} />
      <PracticeList practices={region.practices} filter={filter} of={of} />
      <DocumentList documents={region.documents} filter={filter} of={of} />
      <Changes changes={region.changes} hasSeveralStates />
    </article>
  );
}

function Parts({ parts }: Pick<RegionProfile, "parts">) {
  const { language, count } = useInterface();
  const { region: words } = use(stateTextsIn(language));
  if (parts.length === 0) return null;
  return (
    <section className="block">
      <h2>{words.parts}</h2>
      <ul className="row">
        {parts.map(({ code, name, states }) => (
          <li key={code}>
            <PageLink to={`/regions/${code}`}>{name}</PageLink>{" "}
            <span className="quiet">{count(words.memberCount, states)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Members({ members }: Pick<RegionProfile, "members">) {
  const { language, texts, count } = useInterface();
  const { list, region: words } = use(stateTextsIn(language));
  return (
    <section id="members" className="block">
      <h2>{words.members}</h2>
      <table className="state-list">
        <caption className="only-heard">{words.members}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.facets.names.state}</th>
            <th scope="col">{list.laws}</th>
            <th scope="col">{words.newestLaw}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ iso3, name, laws, newestLaw }) => (
            <tr key={iso3}>
              <th scope="row">
                <PageLink to={`/states/${iso3}`}>{name}</PageLink>
              </th>
              <td>{laws === 0 ? <span className="quiet">{list.noLaws}</span> : count(texts.home.laws, laws)}</td>
              <td>{newestLaw ?? <span className="quiet">{words.noYear}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
