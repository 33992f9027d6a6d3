import type {Migration} from "kysely/migration";
import {start} from "./001-start.ts";

/** In the order of their names; a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {"001-start": start};
