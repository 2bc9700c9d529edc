import { lazy, Suspense, use, type ComponentType } from "react";
import { Route, Routes } from "react-router";
import { pages, type PageName } from "#domain/pages.ts";
import { InterfaceProvider } from "./interface.tsx";
import { HomePage } from "./pages/home.tsx";
import { Frame } from "./ui/frame.tsx";
import { Loading } from "./ui/loading.tsx";
import { LastResort, PageBoundary } from "./ui/page-boundary.tsx";

/** Every page of the app, in the visitor's language; the start page is in the first download, and the results follow it before they are asked for. */
export function Pages() {
  return (
    <LastResort>
      <InterfaceProvider>
        <Frame>
          <PageBoundary>
            <Suspense fallback={<LoadingForLong />}>
              <Routes>
                {Object.entries({ ...pages, "*": "not-found" as const }).map(([path, name]) => {
                  const Page = shown[name];
                  return <Route key={path} path={path} element={<Page />} />;
                })}
              </Routes>
            </Suspense>
          </PageBoundary>
        </Frame>
      </InterfaceProvider>
    </LastResort>
  );
}

/**
 * What stands in for a page whose code is on its way. On arrival it waits a second: once it has been shown, React holds the page
 * back for 300 ms, so as not to flicker, and the code is mostly there sooner.
 */
function LoadingForLong() {
  use(aSecond);
  return <Loading />;
}

const aSecond = new Promise<void>((resolve) => setTimeout(resolve, 1000));

const shown: Record<PageName, ComponentType> = {
  home: HomePage,
  legislation: lazy(async () => ({ default: (await import("./pages/legislation.tsx")).LegislationPage })),
  law: lazy(async () => ({ default: (await import("./pages/law.tsx")).LawPage })),
  changes: lazy(async () => ({ default: (await import("./pages/changes.tsx")).ChangesPage })),
  obligations: lazy(async () => ({ default: (await import("./pages/obligations.tsx")).ObligationsPage })),
  compare: lazy(async () => ({ default: (await import("./pages/compare.tsx")).ComparePage })),
  trends: lazy(async () => ({ default: (await import("./pages/trends.tsx")).TrendsPage })),
  help: lazy(async () => ({ default: (await import("./pages/help.tsx")).HelpPage })),
  glossary: lazy(async () => ({ default: (await import("./pages/glossary.tsx")).GlossaryPage })),
  search: lazy(async () => ({ default: (await import("./pages/search.tsx")).SearchPage })),
  states: lazy(async () => ({ default: (await import("./pages/states.tsx")).StatesPage })),
  state: lazy(async () => ({ default: (await import("./pages/state.tsx")).StatePage })),
  region: lazy(async () => ({ default: (await import("./pages/region.tsx")).RegionPage })),
  reports: lazy(async () => ({ default: (await import("./pages/reports.tsx")).ReportsPage })),
  report: lazy(async () => ({ default: (await import("./pages/report.tsx")).ReportPage })),
  "programme-of-work": lazy(async () => ({
    default: (await import("./pages/programme-of-work.tsx")).ProgrammeOfWorkPage,
  })),
  reviews: lazy(async () => ({ default: (await import("./pages/reviews.tsx")).ReviewsPage })),
  review: lazy(async () => ({ default: (await import("./pages/review.tsx")).ReviewPage })),
  "effective-practices": lazy(async () => ({
    default: (await import("./pages/effective-practices.tsx")).PracticesPage,
  })),
  "effective-practice": lazy(async () => ({ default: (await import("./pages/effective-practice.tsx")).PracticePage })),
  about: lazy(async () => ({ default: (await import("./pages/about.tsx")).AboutPage })),
  "not-found": lazy(async () => ({ default: (await import("./pages/not-found.tsx")).NotFoundPage })),
};
