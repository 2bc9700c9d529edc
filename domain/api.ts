import { changesEndpoints } from "./changes.ts";
import { compareEndpoints } from "./compare.ts";
import { legislationEndpoints } from "./legislation.ts";
import { mandateEndpoints } from "./mandate.ts";
import { newsEndpoints } from "./news.ts";
import { obligationEndpoints } from "./obligations.ts";
import { reportEndpoints } from "./reports.ts";
import { stateEndpoints } from "./states.ts";
import { suggestEndpoints } from "./suggest.ts";
import { thesaurusEndpoints } from "./thesaurus.ts";

/** Every address of the API under `/api/v1`. */
export const api = {
  ...legislationEndpoints,
  ...changesEndpoints,
  ...obligationEndpoints,
  ...compareEndpoints,
  ...newsEndpoints,
  ...reportEndpoints,
  ...mandateEndpoints,
  ...stateEndpoints,
  ...suggestEndpoints,
  ...thesaurusEndpoints,
};
