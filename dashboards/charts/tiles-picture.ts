import {type MunicipalityTile, municipalityTiles} from "../../queries/reference/municipality-tiles.ts";
import {formatNumber, formatValue, measureOf} from "../format.ts";
import {fontSizes, orderedColors, standingColors} from "../theme.ts";
import type {Look, PlaceRow} from "./chart.ts";
import {type Classes, classesOf} from "./classes.ts";
import {type Legend, legendOf} from "./legend.ts";
import {textWidth} from "./text-width.ts";

/** A municipality, known by its code in `id`; the nation as a whole stands in the legend. */
export type TileRow = PlaceRow & {readonly id: string};

export interface Tile {
  readonly place: MunicipalityTile;
  /** Absent where the rows have nothing of the municipality. */
  readonly row: TileRow | undefined;
  /** The middle of the tile. */
  readonly x: number;
  readonly y: number;
}
export interface Picture {
  readonly tiles: readonly Tile[];
  readonly totals: readonly TileRow[];
  /** The legend's entry of the first total; the others follow it. */
  readonly firstTotal: number;
  readonly classes: Classes;
  readonly colors: readonly string[];
  readonly legend: Legend;
  readonly ramp: {readonly top: number; readonly step: number; readonly measure: string};
  /** Side of a tile without the gap to the next. */
  readonly side: number;
}

const columns = 1 + Math.max(...municipalityTiles.map(({column}) => column));
const rowCount = 1 + Math.max(...municipalityTiles.map(({row}) => row));
const gap = 3;
const rampHeight = 36;

/** Where every tile lies, in pixels. */
export function pictureOf(rows: readonly TileRow[], look: Look): Picture {
  const shown = rows.filter(({role}) => role !== "whole").flatMap(({value}) => (value === null ? [] : [value]));
  const classes = classesOf(shown, look.indicator.decimals);
  const byCode = new Map(rows.filter(({role}) => role !== "whole").map((row) => [row.id, row]));
  const legend = legendFor(rows, look);
  const ramp = {
    top: legend.height + 6,
    step: rampStep(classes, look),
    measure: measureOf(look.indicator, look.language)
  };
  const top = ramp.top + rampHeight;
  const pitch = Math.min(pitchAt(look.width), (look.height - top) / rowCount);
  const tiles = municipalityTiles.map((place) => ({
    place,
    row: byCode.get(place.code),
    x: 1 + pitch * (place.column + 0.5),
    y: top + pitch * (place.row + 0.5)
  }));
  const totals = rows.filter(({role}) => role === "whole");
  const firstTotal = legend.entries.length - totals.length - (rows.some(isBlank) ? 1 : 0);
  return {
    tiles,
    totals,
    firstTotal,
    classes,
    colors: orderedColors(classes.boundaries.length + 1),
    legend,
    ramp,
    side: pitch - gap
  };
}

/** The height at which the tiles fill the width, up to a comfortable size. */
export function roomFor(width: number): number {
  return Math.ceil((width < 420 ? 34 : 19) + rampHeight + pitchAt(width) * rowCount);
}

function isBlank({role, value}: TileRow): boolean {
  return role !== "whole" && value === null;
}

function pitchAt(width: number): number {
  return Math.min(36, (width - 2) / columns);
}

/** Boundaries stand under the joints of the ramp, with room between them. */
function rampStep({boundaries, decimals}: Classes, {width, language}: Look): number {
  const widest = Math.max(
    0,
    ...boundaries.map((cut) => textWidth(formatNumber(cut, decimals, language), fontSizes.axis))
  );
  return Math.min(Math.max(44, widest + 10), (width - 60) / (boundaries.length + 1));
}

function legendFor(rows: readonly TileRow[], look: Look): Legend {
  const say = words[look.language];
  const own = rows.filter(({role}) => role === "own");
  const blanks = rows.filter(isBlank).length;
  const hasGroup = rows.some(({role}) => role === "group");
  const named = (row: TileRow) => `${row.name} ${formatValue(row, look.indicator, look.language)}`;
  return legendOf(
    [
      ...own.map((row) => ({text: named(row), color: standingColors.own, shape: "frame"}) as const),
      ...(hasGroup ? [{text: look.groupName ?? say.group, color: standingColors.group, shape: "frame"} as const] : []),
      ...rows.filter(({role}) => role === "whole").map((row) => ({text: named(row), color: null})),
      ...(blanks > 0
        ? [
            {
              text: `${formatNumber(blanks, 0, look.language)} ${say.blank}`,
              color: standingColors.whole,
              shape: "hatch"
            } as const
          ]
        : [])
    ],
    look.width
  );
}

const words = {
  da: {group: "Gruppen", blank: "uden tal"},
  en: {group: "The group", blank: "without a figure"}
} as const;
