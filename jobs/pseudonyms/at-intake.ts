/** Between the judgement of a delivery and its storing: civil registration numbers become pseudonyms. */
import {rm} from "node:fs/promises";
import {join} from "node:path";
import type {Registry} from "../../queries/registry/open.ts";
import {findStandard} from "../../queries/standards/index.ts";
import type {Examination, StagedExtract} from "../examination.ts";
import {forget} from "../known-delivery.ts";
import type {ReceivedFile} from "../receive.ts";
import {sealExtract} from "../staged-files.ts";
import {domainOf} from "./domains.ts";
import type {KeyService} from "./key-service.ts";

/** True where the delivered file itself held such numbers, welcome or not: it is not kept. */
export function holdsNumbers({personNumbers, findings}: Pick<Examination, "personNumbers" | "findings">): boolean {
  return personNumbers.length > 0 || findings.some(({rule}) => rule.startsWith("person-number:"));
}

/** The examination with an extract in which nothing but pseudonyms is left. Where that fails, nothing of the file is kept. */
export async function pseudonymised(examination: Examination, place: Place): Promise<Examination> {
  const {extract, personNumbers} = examination;
  if (!extract || personNumbers.length === 0) return examination;
  try {
    return await rewritten(examination, extract, place);
  } catch (error) {
    await rm(place.staging, {recursive: true, force: true});
    await forget(place.registry, place.received);
    throw error;
  }
}

interface Place {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly received: ReceivedFile;
  readonly staging: string;
  readonly keyService: KeyService;
}

async function rewritten(
  examination: Examination,
  extract: StagedExtract,
  {dataDir, staging, keyService}: Place
): Promise<Examination> {
  const standard = findStandard(examination.standard!)!;
  const to = join(staging, "pseudonyms.parquet");
  const {repeated} = await keyService.perform({
    task: "pseudonymise",
    dataDir,
    from: extract.path,
    to,
    columns: examination.personNumbers,
    key: standard.key,
    domain: domainOf(standard)
  });
  if (repeated > 0) return refused(examination, repeated);
  return {...examination, extract: {...extract, path: to, sha256: await sealExtract(to)}};
}

function refused(examination: Examination, count: number): Examination {
  const message = "Flere rækker har samme nøgle, når forskelligt skrevne CPR-numre læses som den samme person.";
  const finding = {rule: "duplicate-key", severity: "error", message, count, lines: []} as const;
  return {...examination, status: "rejected", parts: [], extract: null, findings: [...examination.findings, finding]};
}
