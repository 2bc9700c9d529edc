import { changesEndpoints } from "./changes.ts";
import { legislationEndpoints } from "./legislation.ts";
import { obligationEndpoints } from "./obligations.ts";
import { stateEndpoints } from "./states.ts";
import { suggestEndpoints } from "./suggest.ts";

/** Every address of the API under `/api/v1`. */
export const api = {
  ...legislationEndpoints,
  ...changesEndpoints,
  ...obligationEndpoints,
  ...stateEndpoints,
  ...suggestEndpoints,
};
