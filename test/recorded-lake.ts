import {storesOf} from "../queries/config.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {recordAccepted} from "../queries/registry/record.ts";

/** Puts a lake of fixtures into the registry as accepted deliveries. */
export async function recordLake(dataDir: string, files: readonly LakeFile[]): Promise<void> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  for (const {standard, delivery, ...file} of files) {
    const receivedAt = "2026-01-12T08:00:00.000Z";
    const fileName = `${delivery.replaceAll("/", "-")}.csv`;
    const report = {
      delivery,
      fileName,
      standard,
      mapping: null,
      status: "accepted" as const,
      rows: file.rows,
      municipalities: [file.municipality],
      periods: [file.period],
      dialect: null,
      findings: [],
      coverage: [],
      question: null,
      checkedAt: receivedAt
    };
    await recordAccepted(registry, {id: delivery, sha256: "0", fileName, standard, mapping: null, receivedAt, report}, [
      file
    ]);
  }
  await registry.destroy();
}
