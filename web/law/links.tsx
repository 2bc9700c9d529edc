import { Fragment, type ReactNode } from "react";
import type { Language } from "#domain/languages.ts";
import type { Law, LinkedLaw } from "#domain/legislation.ts";
import { lawAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { Linked, ProvisionLinks } from "./links-of.ts";
import { useProvisionName } from "./provision-name.ts";
import { useLawTexts } from "./use-law-texts.ts";

/** What a law cites and what cites it, to open. */
export function LawLinks({ law }: { law: Law }) {
  const { count } = useInterface();
  const words = useLawTexts().links;
  const { cites, citedBy } = law;
  const counts = [
    cites.laws.length > 0 && count(words.laws, cites.laws.length),
    cites.resolutions.length > 0 && count(words.resolutions, cites.resolutions.length),
    citedBy.total > 0 && count(words.citing, citedBy.total),
  ].filter((each) => each !== false);
  if (counts.length === 0) return null;
  return (
    <details className="law-links">
      <summary>{counts.join(" · ")}</summary>
      <p className="quiet">{words.how}</p>
      <Group name={words.cites}>
        {cites.laws.map((linked) => (
          <LinkedItem key={linked.id} linked={{ law: linked, provisions: [] }} language={law.language} />
        ))}
      </Group>
      <Group name={words.citesResolutions}>
        {cites.resolutions.map((symbol) => (
          <li key={symbol}>
            <Resolution symbol={symbol} />
          </li>
        ))}
      </Group>
      <Group name={words.citedBy}>
        {citedBy.laws.map((linked) => (
          <LinkedItem key={linked.id} linked={{ law: linked, provisions: linked.provisions }} language={law.language} />
        ))}
        {citedBy.total > citedBy.laws.length && (
          <li className="quiet">{count(words.more, citedBy.total - citedBy.laws.length)}</li>
        )}
      </Group>
    </details>
  );
}

function Group({ name, children }: { name: string; children: ReactNode[] }) {
  if (children.flat().every((child) => child === false)) return null;
  return (
    <>
      <h2>{name}</h2>
      <ul>{children}</ul>
    </>
  );
}

function LinkedItem({ linked, language }: { linked: Linked; language: Language }) {
  const { texts } = useInterface();
  const { number, year, status } = linked.law;
  return (
    <li>
      <LawName law={linked.law} language={language} />{" "}
      <span className="quiet">
        <Separated>
          {[number !== undefined && <bdi key="number">{number}</bdi>, year, texts.codes.statuses[status]].filter(
            Boolean,
          )}
        </Separated>
      </span>{" "}
      <ProvisionNames linked={linked} language={language} />
    </li>
  );
}

/** What a provision cites and what cites it, beside its words and in the language of the page. */
export function ProvisionLinks({ links, language, law }: { links: ProvisionLinks; language: Language; law: string }) {
  const words = useLawTexts().links;
  const { cites, resolutions, citedBy } = links;
  return (
    <aside className="links">
      {cites.length + resolutions.length > 0 && (
        <p>
          <span className="quiet">{words.cites}</span>{" "}
          <Separated>
            {[
              ...cites.map((linked) => (
                <LinkedNames key={linked.law.id} linked={linked} language={language} within={law} />
              )),
              ...resolutions.map((symbol) => <Resolution key={symbol} symbol={symbol} />),
            ]}
          </Separated>
        </p>
      )}
      {citedBy.length > 0 && (
        <p>
          <span className="quiet">{words.citedBy}</span>{" "}
          <Separated>
            {citedBy.map((linked) => (
              <LinkedNames key={linked.law.id} linked={linked} language={language} within={law} />
            ))}
          </Separated>
        </p>
      )}
    </aside>
  );
}

/** A law by its title and the provisions meant; within the law itself the provisions alone. */
function LinkedNames({ linked, language, within }: { linked: Linked; language: Language; within: string }) {
  return (
    <>
      {linked.law.id !== within && <LawName law={linked.law} language={language} />}{" "}
      <ProvisionNames linked={linked} language={language} />
    </>
  );
}

function LawName({ law, language }: { law: LinkedLaw; language: Language }) {
  return (
    <PageLink to={lawAddress(law.id, { language })}>
      <Foreign language={language}>{law.title}</Foreign>
    </PageLink>
  );
}

/** More names of provisions than are read at a glance. */
const mostNames = 8;

function ProvisionNames({ linked: { law, provisions }, language }: { linked: Linked; language: Language }) {
  const { count } = useInterface();
  const words = useLawTexts().links;
  const nameOf = useProvisionName();
  const shown = provisions.slice(0, mostNames);
  return (
    <>
      <Separated>
        {shown.map((provision) => (
          <PageLink key={provision.anchor} to={lawAddress(law.id, { language, anchor: provision.anchor })}>
            {provision.label === "" ? (
              <bdi>{nameOf(provision)}</bdi>
            ) : (
              <Foreign language={language}>{provision.label}</Foreign>
            )}
          </PageLink>
        ))}
      </Separated>
      {provisions.length > shown.length && (
        <span className="quiet"> {count(words.more, provisions.length - shown.length)}</span>
      )}
    </>
  );
}

/** A resolution of the Security Council by its symbol; what else cites it is a search away. */
function Resolution({ symbol }: { symbol: string }) {
  const { fill } = useInterface();
  const words = useLawTexts().links;
  return (
    <PageLink to={`/legislation?${new URLSearchParams({ q: symbol })}`} title={fill(words.allCiting, { symbol })}>
      <bdi>{symbol}</bdi>
    </PageLink>
  );
}

function Separated({ children }: { children: ReactNode[] }) {
  return children.map((child, place) => (
    <Fragment key={place}>
      {place > 0 && <span className="quiet"> · </span>}
      {child}
    </Fragment>
  ));
}
