import { cellValues, type CellValue } from "#domain/matrices.ts";
import type { State, StatesAnswer } from "#domain/states.ts";
import { trendEndpoints, type CubeAnswer } from "#domain/trends.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { Failure } from "../ui/failure.tsx";
import type { ChartProps } from "./chart.tsx";
import { ScrollingTable } from "./figures-table.tsx";
import { answerPaint, Swatch, treatyPaint } from "./marks.tsx";
import { sliceOf } from "./series.ts";
import { ShownChart } from "./shown.tsx";
import { Tiles } from "./tiles.tsx";
import { useQuestionName } from "./question-name.ts";
import type { TrendView } from "./view.ts";
import { Nothing, Waiting } from "./waiting.tsx";
import { joined, useTrendWords } from "./words.ts";

/** What is recorded for each State on one question at one date: a tile a State, by group and by name. */
export function TilesChart({ view, embedded }: ChartProps) {
  const { date, compare, texts: site } = useInterface();
  const words = useTrendWords(view);
  const { texts, fill } = words;
  const { items, regions, pending } = useStates();
  const { measure } = cubeQuestion(view);
  const { data, error, refetch } = useApi(trendEndpoints.trendsCube, { measure });
  const nameOfQuestion = useQuestionName(measure, data);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined || pending) return <Waiting />;
  const { question, moment } = chosenIn(data, view);
  if (question === undefined || moment === undefined) return <Nothing />;
  const recorded = sliceOf(data, question, moment);
  const answerOf = (iso3: string) => recorded.get(iso3) ?? "";
  const wordFor = (answer: string) =>
    measure === "matrix"
      ? (texts.values[answer as CellValue] ?? texts.standings["not-known"])
      : (texts.standings[answer as "party"] ?? texts.standings["not-known"]);
  const paintFor = (answer: string) => (measure === "matrix" ? matrixPaint(answer) : treatyPaint(answer));
  const groups = groupsOf(items, regions, view).map(({ states, ...group }) => ({
    ...group,
    states: states.toSorted((a, b) => compare(a.name, b.name)),
  }));
  const answers = measure === "matrix" ? cellValues : (["party", "signatory", "none"] as const);
  const title = joined(texts.titles.asOf, {
    counted: joined(texts.titles.tiles, { filters: nameOfQuestion(question) }),
    date: date(moment),
  });
  const rows = groups.flatMap(({ label, states }) =>
    states.map(({ iso3, name }) => ({ iso3, name, group: label, answer: answerOf(iso3) })),
  );
  return (
    <ShownChart
      view={view}
      {...(embedded !== undefined && { embedded })}
      title={title}
      origin={{ ...data.meta, notes: [] }}
      lengths={groups.map(({ states }) => states.length)}
      said={({ row, column }) => {
        const { label, states } = groups[row]!;
        const { iso3, name } = states[column]!;
        return fill(texts.chart.tile, { state: name, group: label, answer: wordFor(answerOf(iso3)) });
      }}
      heightFor={() => 0}
      render={(drawn) => (
        <Tiles
          {...drawn}
          groups={groups.map(({ key, label, states }) => ({
            key,
            label,
            tiles: states.map(({ iso3 }) => ({ iso3, answer: answerOf(iso3) })),
          }))}
          paintOf={paintFor}
          isDark={(answer) => answer === "X" || answer === "party"}
        />
      )}
      legend={answers.map((answer) => ({
        key: answer,
        swatch: <Swatch paint={paintFor(answer)} />,
        label: wordFor(answer),
      }))}
      reading={[texts.chart.noRank]}
      summary={() =>
        groups.map(({ label, states }) =>
          joined(texts.chart.answers, {
            row: label,
            answers: answers
              .map((answer) => [answer, states.filter(({ iso3 }) => answerOf(iso3) === answer).length] as const)
              .map(([answer, n]) => `${wordFor(answer)}: ${words.share({ date: moment, n, of: states.length })}`)
              .join(" · "),
          }),
        )
      }
      table={
        <ScrollingTable title={title}>
          <thead>
            <tr>
              <th scope="col">{texts.chart.state}</th>
              <th scope="col">{texts.chart.group}</th>
              <th scope="col">{texts.chart.answer}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ iso3, name, group, answer }) => (
              <tr key={iso3}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{group}</td>
                <td>{wordFor(answer)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      }
      files={{
        csv: [
          [
            "iso3",
            "state",
            "group",
            "question",
            "date",
            "recorded",
            "status",
            "source",
            "as_of",
            "data_version",
            "disclaimer",
          ],
          ...rows.map(({ iso3, name, group, answer }) => [
            iso3,
            name,
            group,
            question,
            moment,
            answer,
            data.meta.status,
            data.meta.source,
            data.meta.asOf,
            data.meta.generation,
            site.site.disclaimer,
          ]),
        ],
        json: addressOf(trendEndpoints.trendsCube, { measure }),
      }}
    />
  );
}

/** What tiles ask for: all that is recorded of matrices, or of treaties. */
export function cubeQuestion(view: TrendView) {
  return { measure: view.measure === "matrix" ? ("matrix" as const) : ("treaties" as const) };
}

/** The question and date of a view among those of the cube: the first question and the newest date without. */
export function chosenIn({ axes }: CubeAnswer, { question, treaty, to }: TrendView) {
  const [, questions, moments] = axes.map(({ keys }) => keys);
  const wanted = question === "" ? treaty[0] : question;
  return {
    question: questions?.find((key) => key === wanted) ?? questions?.[0],
    moment: moments?.findLast((key) => to === undefined || Number(key.slice(0, 4)) <= to) ?? moments?.[0],
  };
}

/** The States in their regional groups, or regions; with a region chosen, those of it. */
function groupsOf(items: StatesAnswer["items"], regions: StatesAnswer["regions"], { by, region }: TrendView) {
  const kind = by === "m49" ? "region" : by === "subregion" ? "subregion" : "group";
  const chosen = new Set(region);
  const isChosen = (state: State) =>
    chosen.size === 0 || [state.group, state.region, state.subregion].some((code) => chosen.has(code));
  return regions
    .filter((place) => place.kind === kind)
    .map(({ code, name }) => ({
      key: code,
      label: name,
      states: items.filter((state) => isChosen(state) && state[kind] === code),
    }))
    .filter(({ states }) => states.length > 0);
}

function matrixPaint(answer: string) {
  const value = cellValues.find((known) => known === answer);
  return value === undefined ? { fill: "none", stroke: "var(--rule)" } : answerPaint(value);
}
