/** What pages know besides figures. The server has it all; the browser has the country and the municipalities it asked for. */
import type {
  ComparisonGroup,
  Indicator,
  IndicatorId,
  MunicipalityCode,
  ReleaseManifest,
  Unit,
  UnitId
} from "../queries/model.ts";
import type {SeriesBreak} from "../queries/release.ts";
import type {MunicipalityMap} from "./municipality-map.ts";

export interface World {
  readonly release: Pick<ReleaseManifest, "id" | "period" | "demonstration">;
  /** The newest version of each. In the browser without SQL. */
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  /** The newest version of each. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly groups: readonly ComparisonGroup[];
  readonly breaks: readonly SeriesBreak[];
  /** Null or absent where the operator has supplied none. */
  readonly map?: MunicipalityMap | null;
}

/** The JSON of the slice `catalogue`; the release's id is the address that it comes from. */
export interface Catalogue extends Pick<World, "groups" | "breaks"> {
  readonly period: ReleaseManifest["period"];
  readonly demonstration: boolean;
  readonly indicators: readonly Indicator[];
  /** The nation, the regions and the municipalities. */
  readonly places: readonly Unit[];
}

/** The JSON of a slice `places/<municipality>`: its areas, institutions and classes. */
export type Places = readonly Unit[];

export function worldOf(release: string, catalogue: Catalogue, homes: readonly Places[]): World {
  const {period, demonstration, indicators, places, groups, breaks} = catalogue;
  return {
    release: {id: release, period, demonstration},
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    units: new Map([...places, ...homes.flat()].map((unit) => [unit.id, unit])),
    groups,
    breaks
  };
}

export function groupOf(
  kind: ComparisonGroup["kind"],
  owner: MunicipalityCode | null,
  {groups}: Pick<World, "groups">
): ComparisonGroup | undefined {
  return groups.find((group) => group.kind === kind && group.owner === owner);
}
