import { changesEndpoints } from "./changes.ts";
import { compareEndpoints } from "./compare.ts";
import { effectivePracticeEndpoints } from "./effective-practices.ts";
import { legislationEndpoints } from "./legislation.ts";
import { mandateEndpoints } from "./mandate.ts";
import { matrixEndpoints } from "./matrices.ts";
import { newsEndpoints } from "./news.ts";
import { obligationEndpoints } from "./obligations.ts";
import { profileEndpoints } from "./profiles.ts";
import { searchAllEndpoints } from "./search-all.ts";
import { reportEndpoints } from "./reports.ts";
import { reviewEndpoints } from "./reviews.ts";
import { stateEndpoints } from "./states.ts";
import { suggestEndpoints } from "./suggest.ts";
import { thesaurusEndpoints } from "./thesaurus.ts";
import { treatyEndpoints } from "./treaties.ts";
import { trendEndpoints } from "./trends.ts";

/** Every address of the API under `/api/v1`. */
export const api = {
  ...legislationEndpoints,
  ...changesEndpoints,
  ...obligationEndpoints,
  ...compareEndpoints,
  ...effectivePracticeEndpoints,
  ...newsEndpoints,
  ...reportEndpoints,
  ...effectivePracticeEndpoints,
  ...mandateEndpoints,
  ...stateEndpoints,
  ...profileEndpoints,
  ...suggestEndpoints,
  ...searchAllEndpoints,
  ...thesaurusEndpoints,
  ...trendEndpoints,
  ...matrixEndpoints,
  ...treatyEndpoints,
  ...reviewEndpoints,
};
