import {formatBlank} from "../format.ts";
import {fontSizes, orderedColors} from "../theme.ts";
import type {Drawn, Look, Named, Role} from "./chart.ts";
import {legendOf} from "./legend.ts";
import {type Plot, rightwards} from "./scales.ts";
import {textWidth} from "./text-width.ts";

/** One category of one bar. `value` is in per cent of the bar's whole; categories come in their own order. */
export type DistributionRow = Drawn &
  Named & {
    readonly role: Role;
    readonly category: string;
  };

export const whole = {min: 0, max: 100, interval: 25, decimals: 0};

export interface Bar {
  readonly role: Role;
  readonly name: string;
  /** Rows and parts in the order of the categories. */
  readonly rows: readonly (DistributionRow | undefined)[];
  readonly parts: readonly Part[];
  /** The reason when no part is shown, else that of the parts that are not. */
  readonly blank: DistributionRow["blank"];
  readonly isEmpty: boolean;
}
/** What is not shown stands in its place, and shares equally what the others leave: its width tells nothing of its own. */
export interface Part {
  readonly size: number;
  readonly isShown: boolean;
}
export interface Picture {
  readonly bars: readonly Bar[];
  readonly categories: readonly string[];
  readonly colors: readonly string[];
  readonly legend: ReturnType<typeof legendOf>;
  readonly plot: Plot;
  readonly thickness: number;
  x(share: number): number;
  y(index: number): number;
}

/** Where everything of a distribution lies, in pixels. */
export function pictureOf(rows: readonly DistributionRow[], look: Look): Picture {
  const categories = [...new Set(rows.map((row) => row.category))];
  const bars = barsOf(rows, categories);
  const colors = orderedColors(categories.length);
  const legend = legendOf(
    [...categories.map((text, index) => ({text, color: colors[index] as string})), ...hatchEntry(bars, look)],
    look.width
  );
  const widths = bars.map(({name, role}) => textWidth(name, fontSizes.label, role === "own"));
  const left = Math.ceil(Math.min(look.width * 0.45, Math.max(...widths) + 10));
  const top = legend.height + 8;
  const plot = {left, top, width: look.width - left - 1, height: look.height - top - 2};
  const slot = plot.height / bars.length;
  const thickness = Math.min(22, Math.floor(slot * 0.68));
  const y = (index: number) => top + slot * (index + 0.5);
  return {bars, categories, colors, legend, plot, thickness, x: rightwards(whole, plot), y};
}

/** Explains the hatching once, where a bar has parts that are shown and parts that are not. */
function hatchEntry(bars: readonly Bar[], {language}: Look) {
  const blank = bars.find((bar) => bar.blank !== null && !bar.isEmpty)?.blank;
  return blank ? [{text: `/// ${formatBlank(blank, language)}`, color: null}] : [];
}

function barsOf(rows: readonly DistributionRow[], categories: readonly string[]): readonly Bar[] {
  const byName = Map.groupBy(rows, (row) => `${row.role} ${row.name}`);
  return [...byName.values()].map((some) => {
    const {role, name} = some[0] as DistributionRow;
    const found = categories.map((category) => some.find((row) => row.category === category));
    const blanks = found.flatMap((row) => row?.blank ?? []);
    const isEmpty = found.every((row) => !row || row.value === null);
    return {role, name, rows: found, parts: partsOf(found, blanks.length), blank: blanks[0] ?? null, isEmpty};
  });
}

function partsOf(found: readonly (DistributionRow | undefined)[], blanks: number): readonly Part[] {
  const shown = found.reduce((sum, row) => sum + (row?.value ?? 0), 0);
  const left = Math.max(0, 100 - shown) / Math.max(1, blanks);
  return found.map((row) =>
    row && row.blank !== null ? {size: left, isShown: false} : {size: row?.value ?? 0, isShown: true}
  );
}
