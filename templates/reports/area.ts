import {renderer} from "../report.ts";

export const render = renderer("area");
