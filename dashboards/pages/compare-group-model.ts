/** Who is in the group, how it came about, and the editor of a group of one's own. */
import type {MunicipalityCode, UnitId} from "../../queries/model.ts";
import {formatNumber} from "../format.ts";
import {unitHref} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {kept} from "./compare-chooser.ts";
import type {Comparand} from "./compare-groups.ts";
import type {CompareState, Own} from "./compare-state.ts";
import {municipalitiesOf} from "./places.ts";

export function groupModel(state: CompareState, own: Own, against: Comparand, {units, groups}: World) {
  const {language} = state.address;
  const t = webTextOf(language).compare;
  const distances = new Map(against.group?.distances.map(({member, distance}) => [member, distance]));
  const {members} = against;
  const remarks = [
    members.length === 0 ? t.nobody : "",
    members.length === 1 && against.unit === null ? t.one : "",
    (members as readonly string[]).includes(own.id) && members.length > 1 ? t.includesOwn : "",
    members.length === 0 ? "" : against.unit === null ? t.computed : t.frozen,
    distances.size > 0 ? t.distances : ""
  ];
  const memberModel = (code: MunicipalityCode) => ({
    name: units.get(code as string as UnitId)?.name ?? code,
    href: unitHref(language, code),
    distance: distances.has(code) ? formatNumber(distances.get(code)!, 2, language) : ""
  });
  return {
    title: against.title,
    empty: members.length === 0,
    count: t.membersCount(members.length),
    basis: against.basis,
    remarks: remarks.filter(Boolean),
    members: members.map(memberModel),
    editor: editorOf(state, against, {units, groups})
  };
}

/** Every municipality with a box, by region; those of the group that is shown are ticked. */
function editorOf(state: CompareState, against: Comparand, {units, groups}: Pick<World, "units" | "groups">) {
  const t = webTextOf(state.address.language).compare;
  const ticked = new Set<string>(against.key === "alle" ? [] : against.members);
  const regions = groups.filter(({kind}) => kind === "region");
  const boxes = municipalitiesOf(units).map(({id, name, parent}) => ({
    value: id,
    label: name,
    checked: ticked.has(id),
    region: regions.find((region) => region.id === parent)?.title ?? ""
  }));
  return {
    name: against.unit === null ? against.title : "",
    placeholder: t.nameDefault,
    regions: [...Map.groupBy(boxes, ({region}) => region)].map(([title, some]) => ({
      title: title || t.municipality,
      boxes: some
    })),
    kept: kept(state, ["gruppe", "navn"])
  };
}
