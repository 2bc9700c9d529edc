import { useEffect, useRef, type ReactNode } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { isRightToLeft, languages, type Language } from "#domain/languages.ts";
import { useInterface, useLanguageChoice } from "../interface.tsx";
import { PageAddresses } from "./page-addresses.tsx";
import { PageLink } from "./page-link.tsx";
import { PaletteButton } from "./palette-button.tsx";

/** What stands around every page: the way past the menu, the menu, the languages, and the words of caution. */
export function Frame({ children }: { children: ReactNode }) {
  const { texts } = useInterface();
  const main = useArrival();
  // What other sites show in theirs has a frame there.
  if (useLocation().pathname.startsWith("/embed/")) return children;
  return (
    <>
      <PageAddresses />
      <a className="skip" href="#content">
        {texts.site.skip}
      </a>
      <header className="site-header">
        <PageLink className="site-name" to="/">
          {texts.site.name}
        </PageLink>
        <nav aria-label={texts.site.menu}>
          <ul className="row">
            <li>
              <PageLink to="/legislation">{texts.site.legislation}</PageLink>
            </li>
            <li>
              <PageLink to="/obligations">{texts.site.obligations}</PageLink>
            </li>
            <li>
              <PageLink to="/compare">{texts.site.compare}</PageLink>
            </li>
            <li>
              <PageLink to="/states">{texts.site.states}</PageLink>
            </li>
            <li>
              <PageLink to="/reports">{texts.site.reports}</PageLink>
            </li>
            <li>
              <PageLink to="/effective-practices">{texts.site.practices}</PageLink>
            </li>
            <li>
              <PageLink to="/trends">{texts.site.trends}</PageLink>
            </li>
            <li>
              <PageLink to="/about">{texts.site.about}</PageLink>
            </li>
          </ul>
        </nav>
        <PaletteButton />
        <LanguageMenu />
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <ul className="row">
          <li>
            <PageLink to="/help">{texts.site.help}</PageLink>
          </li>
          <li>
            <PageLink to="/glossary">{texts.site.glossary}</PageLink>
          </li>
        </ul>
        <p>
          <strong>{texts.site.notUn}</strong> {texts.site.disclaimer}
        </p>
        <p className="print-only">
          <bdi dir="ltr">{window.location.href}</bdi>
        </p>
      </footer>
    </>
  );
}

function LanguageMenu() {
  const { language, texts } = useInterface();
  const choice = useLanguageChoice();
  return (
    <nav aria-label={texts.site.languages} className="languages">
      <ul className="row">
        {languages.map((other) => (
          <li key={other}>
            <PageLink
              to={choice.addressIn(other)}
              replace
              lang={other}
              dir={isRightToLeft(other) ? "rtl" : "ltr"}
              hrefLang={other}
              aria-current={other === language ? "true" : undefined}
              onClick={() => choice.keep(other)}
            >
              {ownNames[other]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const ownNames: Record<Language, string> = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
};

/** On a new page, or a new page of a list, reading begins at the top, for the eye and for a screen reader; going back leaves the place to the browser. */
function useArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname, search, hash } = useLocation();
  const how = useNavigationType();
  const place = `${pathname} ${new URLSearchParams(search).get("page") ?? ""}`;
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (how === NavigationType.Pop || hash !== "") return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, how, hash]);
  return main;
}
