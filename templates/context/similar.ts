import {formatNumber} from "../../dashboards/format.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {labelOf} from "../../queries/classifications/index.ts";
import {periodLabel} from "../../queries/period.ts";
import type {PackageFacts} from "./facts.ts";
import type {TableView} from "./views.ts";

export interface SimilarView {
  readonly table: TableView;
  /** The structural variables that the distance is made of. */
  readonly variables: readonly string[];
  readonly basis: string;
  readonly neighbours: readonly string[];
}

/** The municipalities that the package compares with, with distances and what they are made of. */
export function similarView(given: PackageFacts): SimilarView | null {
  const {similar, neighbours, language, indicators} = given;
  if (!similar) return null;
  const text = textOf(language).similar;
  return {
    table: {
      caption: text.title,
      head: [{text: text.municipality, isText: true}, {text: text.distance}],
      rows: similar.distances.map(({member, distance}) => ({
        head: labelOf("municipalities", member, language),
        cells: [{text: formatNumber(distance, 2, language)}]
      }))
    },
    variables: similar.variables.map(({indicator, period}) => {
      const found = indicators.get(indicator);
      return `${found ? titleOf(found, language) : indicator} (${periodLabel(period, language)})`;
    }),
    basis: language === "da" ? similar.basis : "",
    neighbours: (neighbours?.members ?? []).map((member) => labelOf("municipalities", member, language))
  };
}
