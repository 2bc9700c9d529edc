/** The pages of the app: the address of each as a route is written, and the module under `web/pages` that shows it. */
export const pages = {
  "/": "home",
  "/legislation": "legislation",
  "/legislation/:id": "law",
  "/legislation/:id/changes": "changes",
  "/obligations": "obligations",
  "/compare": "compare",
  "/trends": "trends",
  "/embed/trends": "trends",
  "/help": "help",
  "/glossary": "glossary",
  "/search": "search",
  "/states": "states",
  "/states/:iso3": "state",
  "/regions/:id": "region",
  "/reports": "reports",
  "/reports/:id": "report",
  "/programme-of-work": "programme-of-work",
  "/reviews": "reviews",
  "/reviews/:id": "review",
  "/effective-practices": "effective-practices",
  "/effective-practices/:id": "effective-practice",
  "/about": "about",
} as const;

export type PageName = (typeof pages)[keyof typeof pages] | "not-found";
