import type { PracticeHit } from "#domain/effective-practices.ts";
import { useInterface } from "../interface.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { InOne } from "./in-one.tsx";
import { usePracticeTexts } from "./use-practice-texts.ts";

interface Props {
  practice: PracticeHit;
  contributorName: (code: string) => string;
  heading?: "h2" | "h3";
}

/** A practice in a list: whose it is, from when, of what kind, whether it is shared, and what it is in one sentence. */
export function PracticeCard({ practice, contributorName, heading: Heading = "h2" }: Props) {
  const { texts, date } = useInterface();
  const words = usePracticeTexts();
  return (
    <article className="law-card">
      <Heading>
        <PageLink to={`/effective-practices/${encodeURIComponent(practice.id)}`}>
          <InOne texts={practice.titles} />
        </PageLink>
      </Heading>
      <ul className="facts-line">
        <li>
          <bdi>{contributorsOf(practice).map(contributorName).join(" · ")}</bdi>
        </li>
        <li>{date(practice.date)}</li>
        <li>{words.kinds[practice.kind]}</li>
        <li>{words.categories[practice.category]}</li>
        <li>{words.consents[practice.consent]}</li>
        {practice.weapons.map((weapon) => (
          <li key={weapon}>{texts.codes.weapons[weapon]}</li>
        ))}
      </ul>
      <p>
        <InOne texts={practice.summaries} />
      </p>
      <PracticeCodes codes={practice.obligations} />
      {practice.checked !== "text-read" && <p className="quiet">{words.checks[practice.checked]}</p>}
    </article>
  );
}

export function contributorsOf({ states, organisations }: Pick<PracticeHit, "states" | "organisations">): string[] {
  return [...states, ...organisations];
}

/** The obligations a practice helps with, each a way to the others on it. */
function PracticeCodes({ codes }: { codes: string[] }) {
  const { texts } = useInterface();
  return (
    <ul className="codes" aria-label={texts.provision.obligations}>
      {codes.map((code) => (
        <li key={code}>
          <PageLink to={`/effective-practices?obligation=${encodeURIComponent(code)}`}>
            <bdi dir="ltr">{code}</bdi>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
