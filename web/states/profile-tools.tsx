import { use } from "react";
import { useInterface } from "../interface.tsx";
import { stateTextsIn } from "../texts/states/load.ts";

interface Props {
  /** The parts of the page, in their order. */
  blocks: { id: string; title: string }[];
  addressAs: (extension: ".json" | ".csv") => string;
}

/** What leads about the page of a State or region, and away with it: its parts, the files, the printer. */
export function ProfileTools({ blocks, addressAs }: Props) {
  const { language } = useInterface();
  const { profile } = use(stateTextsIn(language));
  return (
    <div className="profile-tools">
      <nav aria-label={profile.contents}>
        <ul className="row">
          {blocks.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {profile.download}{" "}
        <a href={addressAs(".csv")} download>
          CSV
        </a>{" "}
        <a href={addressAs(".json")} download>
          JSON
        </a>{" "}
        <button type="button" className="plain" onClick={() => window.print()}>
          {profile.print}
        </button>
      </p>
    </div>
  );
}
