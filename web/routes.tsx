import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { InterfaceProvider } from "./interface.tsx";
import { HomePage } from "./pages/home.tsx";
import { Frame } from "./ui/frame.tsx";
import { Loading } from "./ui/loading.tsx";
import { LastResort, PageBoundary } from "./ui/page-boundary.tsx";

/** Every page of the app, in the visitor's language; the start page is in the first download, and the results follow it before they are asked for. */
export function Pages() {
  return (
    <LastResort>
      <Suspense fallback={null}>
        <InterfaceProvider>
          <Frame>
            <PageBoundary>
              <Suspense fallback={<Loading />}>
                <Routes>
                  <Route path="/" element={<HomePage />} />
                  <Route path="/legislation" element={<LegislationPage />} />
                  <Route path="/legislation/:id" element={<LawPage />} />
                  <Route path="/obligations" element={<ObligationsPage />} />
                  <Route path="/compare" element={<ComparePage />} />
                  <Route path="/trends" element={<TrendsPage />} />
                  <Route path="/embed/trends" element={<TrendsPage />} />
                  <Route path="/legislation/:id/changes" element={<ChangesPage />} />
                  <Route path="/help" element={<HelpPage />} />
                  <Route path="/glossary" element={<GlossaryPage />} />
                  <Route path="/search" element={<SearchPage />} />
                  <Route path="/states" element={<StatesPage />} />
                  <Route path="/states/:iso3" element={<StatePage />} />
                  <Route path="/regions/:id" element={<RegionPage />} />
                  <Route path="/reports" element={<ReportsPage />} />
                  <Route path="/reports/:id" element={<ReportPage />} />
                  <Route path="/programme-of-work" element={<ProgrammeOfWorkPage />} />
                  <Route path="/reviews" element={<ReviewsPage />} />
                  <Route path="/reviews/:id" element={<ReviewPage />} />
                  <Route path="/effective-practices" element={<PracticesPage />} />
                  <Route path="/effective-practices/:id" element={<PracticePage />} />
                  <Route path="/about" element={<AboutPage />} />
                  <Route path="*" element={<NotFoundPage />} />
                </Routes>
              </Suspense>
            </PageBoundary>
          </Frame>
        </InterfaceProvider>
      </Suspense>
    </LastResort>
  );
}

const LegislationPage = lazy(async () => ({ default: (await import("./pages/legislation.tsx")).LegislationPage }));
const LawPage = lazy(async () => ({ default: (await import("./pages/law.tsx")).LawPage }));
const ObligationsPage = lazy(async () => ({ default: (await import("./pages/obligations.tsx")).ObligationsPage }));
const ComparePage = lazy(async () => ({ default: (await import("./pages/compare.tsx")).ComparePage }));
const TrendsPage = lazy(async () => ({ default: (await import("./pages/trends.tsx")).TrendsPage }));
const ChangesPage = lazy(async () => ({ default: (await import("./pages/changes.tsx")).ChangesPage }));
const HelpPage = lazy(async () => ({ default: (await import("./pages/help.tsx")).HelpPage }));
const GlossaryPage = lazy(async () => ({ default: (await import("./pages/glossary.tsx")).GlossaryPage }));
const SearchPage = lazy(async () => ({ default: (await import("./pages/search.tsx")).SearchPage }));
const StatesPage = lazy(async () => ({ default: (await import("./pages/states.tsx")).StatesPage }));
const StatePage = lazy(async () => ({ default: (await import("./pages/state.tsx")).StatePage }));
const RegionPage = lazy(async () => ({ default: (await import("./pages/region.tsx")).RegionPage }));
const ReportsPage = lazy(async () => ({ default: (await import("./pages/reports.tsx")).ReportsPage }));
const ReportPage = lazy(async () => ({ default: (await import("./pages/report.tsx")).ReportPage }));
const ProgrammeOfWorkPage = lazy(async () => ({
  default: (await import("./pages/programme-of-work.tsx")).ProgrammeOfWorkPage,
}));
const ReviewsPage = lazy(async () => ({ default: (await import("./pages/reviews.tsx")).ReviewsPage }));
const ReviewPage = lazy(async () => ({ default: (await import("./pages/review.tsx")).ReviewPage }));
const PracticesPage = lazy(async () => ({ default: (await import("./pages/effective-practices.tsx")).PracticesPage }));
const PracticePage = lazy(async () => ({ default: (await import("./pages/effective-practice.tsx")).PracticePage }));
const AboutPage = lazy(async () => ({ default: (await import("./pages/about.tsx")).AboutPage }));
const NotFoundPage = lazy(async () => ({ default: (await import("./pages/not-found.tsx")).NotFoundPage }));
