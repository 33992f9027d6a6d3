import type {PackageId} from "../../queries/packages/data-package.ts";
import type {Render} from "../report.ts";
import * as area from "./area.ts";
import * as councillor from "./councillor.ts";
import * as leader from "./leader.ts";
import * as municipality from "./municipality.ts";

export const reports: Readonly<Record<PackageId, {readonly render: Render}>> = {leader, area, municipality, councillor};
