import type {Registry} from "../queries/registry/open.ts";
import {recordAccepted} from "../queries/registry/record.ts";

/** Deliveries of Aarhus named as the release fixture's own list of extracts, so that all of the lake is released. */
export async function acceptFixtureDeliveries(registry: Registry): Promise<void> {
  await accept(registry, "absence", "2025-H2", "2026-01-12T08:00:00.000Z");
  await accept(registry, "pupils", "2025-H2", "2025-10-14T08:00:00.000Z");
  await accept(registry, "wellbeing", "2024/25", "2025-05-20T08:00:00.000Z");
}

export async function accept(registry: Registry, standard: string, period: string, receivedAt: string): Promise<void> {
  const id = `${standard}-751-2025-H2`;
  const report = {
    ...{delivery: id, fileName: id, standard, mapping: null, status: "accepted" as const, rows: 1, findings: []},
    ...{municipalities: ["751"], periods: [period], dialect: null, coverage: [], question: null, checkedAt: receivedAt}
  };
  const part = {municipality: "751", period, slice: "", path: id, sha256: id, rows: 1};
  await recordAccepted(registry, {id, sha256: id, fileName: id, standard, mapping: null, receivedAt, report}, [part]);
}
