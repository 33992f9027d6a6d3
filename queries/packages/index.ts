import {area} from "./area.ts";
import {councillor} from "./councillor.ts";
import type {DataPackage} from "./data-package.ts";
import {leader} from "./leader.ts";
import {municipality} from "./municipality.ts";

/** In the order in which they are built: what most people wait for comes first. */
export const dataPackages: readonly DataPackage[] = [municipality, councillor, area, leader];

export function findPackage(id: string): DataPackage | undefined {
  return dataPackages.find((dataPackage) => dataPackage.id === id);
}
