import {formatMembers, formatNumber} from "../format.ts";
import {palette} from "../theme.ts";
import type {Look, Named} from "./chart.ts";
import {type Legend, legendOf} from "./legend.ts";

interface Counted {
  /** Units outside the outer limits, of so many that are drawn. */
  readonly outside: number;
  readonly shown: number;
  readonly blanks: number;
  readonly hasLimits: boolean;
}

export function funnelLegend(
  rows: readonly (Named & {readonly role: "own" | "other"})[],
  {outside, shown, blanks, hasLimits}: Counted,
  {width, language}: Look
): Legend {
  const say = words[language];
  const own = rows.filter((row) => row.role === "own");
  const others = {text: own.length > 0 ? say.others : say.units, color: palette.other, shape: "circle"} as const;
  return legendOf(
    [
      ...own.map(({name}) => ({text: name, color: palette.own, shape: "circle"}) as const),
      others,
      ...(outside > 0
        ? [
            {
              text: `${say.outside} (${formatMembers(outside, shown, language)})`,
              color: palette.text,
              shape: "diamond"
            } as const
          ]
        : []),
      {text: hasLimits ? say.limits : say.mean, color: null},
      ...(blanks > 0 ? [{text: `${formatNumber(blanks, 0, language)} ${say.blanks}`, color: null}] : [])
    ],
    width
  );
}

const words = {
  da: {
    others: "Andre enheder",
    units: "Enheder",
    outside: "Uden for 99,8 %",
    limits: "Streg: fælles gennemsnit. Stiplet: 95 %. Prikket: 99,8 %",
    mean: "Streg: fælles gennemsnit",
    blanks: "uden tal"
  },
  en: {
    others: "Other units",
    units: "Units",
    outside: "Outside 99.8%",
    limits: "Line: common mean. Dashed: 95%. Dotted: 99.8%",
    mean: "Line: common mean",
    blanks: "without a figure"
  }
} as const;
