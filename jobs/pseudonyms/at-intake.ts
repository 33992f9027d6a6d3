/** Between the judgement of a delivery and its storing: civil registration numbers become pseudonyms. */
import {join} from "node:path";
import {findStandard} from "../../queries/standards/index.ts";
import type {Examination} from "../examination.ts";
import {sealExtract} from "../staged-files.ts";
import {domainOf} from "./domains.ts";
import type {KeyService} from "./key-service.ts";

/** True where the delivered file itself held such numbers, welcome or not: it is not kept. */
export function holdsNumbers({personNumbers, findings}: Pick<Examination, "personNumbers" | "findings">): boolean {
  return personNumbers.length > 0 || findings.some(({rule}) => rule.startsWith("person-number:"));
}

/** The examination with an extract in which nothing but pseudonyms is left. */
export async function pseudonymised(
  examination: Examination,
  {dataDir, staging, keyService}: {readonly dataDir: string; readonly staging: string; readonly keyService: KeyService}
): Promise<Examination> {
  const {extract, personNumbers: columns} = examination;
  if (!extract || columns.length === 0) return examination;
  const standard = findStandard(examination.standard!)!;
  const to = join(staging, "pseudonyms.parquet");
  const {repeated} = await keyService.perform({
    task: "pseudonymise",
    dataDir,
    from: extract.path,
    to,
    columns,
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
