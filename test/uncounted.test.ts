import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {compare} from "../jobs/compare.ts";
import {computeFactsOf} from "../jobs/compute.ts";
import {disclose} from "../jobs/disclose.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import {type LakeRow, writeLake} from "./lake-fixture.ts";
import {smallLake} from "./small-lake.ts";

const period = "2024/25";
const subjects = ["reading", "spelling", "writing", "oral"].map((name) => `danish-${name}`);
const others = ["maths-without-aids", "maths-with-aids", "english-oral", "science"];
let dataDir: string;
let engine: Engine;

/** Of `pupils` in the 9th grade, `missing` lack one of the eight grades. */
function grades(unit: string, pupils: number, missing: number): readonly LakeRow[] {
  return Array.from({length: pupils}, (_, pupil) =>
    [...subjects, ...others].map((subject, place) => ({
      municipality: unit.slice(0, 3),
      period,
      unit,
      pupil: `p${unit}-${pupil}`,
      class: "9A",
      subject,
      grade_value: place === 7 && pupil < missing ? null : [4, 7, 10, 2][(pupil + place) % 4]!,
      class_type: "normal",
      sex: pupil % 2 === 0 ? "female" : "male"
    }))
  ).flat();
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-uncounted-"));
  engine = await Engine.open({threads: 2});
  const {indicators, ...catalogue} = await readCatalogue();
  const lake = {
    ...smallLake(),
    grades: [
      ...grades("751001", 60, 3),
      ...grades("751002", 50, 20),
      ...grades("751003", 70, 25),
      ...grades("751006", 80, 30),
      ...grades("751008", 90, 30)
    ]
  };
  const files = await writeLake(dataDir, lake);
  await computeFactsOf(engine, {catalogue: {...catalogue, indicators}, dataDir, files});
  await disclose(engine, {indicators});
  await compare(engine);
});
afterAll(async () => {
  engine?.close();
  await rm(dataDir, {recursive: true, force: true});
});

async function factsOf(indicator: string) {
  const rows = await engine.rows<{unit: string; blank: string | null; value: number | null; persons: number | null}>(
    "SELECT unit, blank, value, persons FROM disclosed WHERE indicator = $1 AND period = $2 AND category = ''",
    [indicator, period]
  );
  return new Map(rows.map((row) => [row.unit, row]));
}

describe("disclose(engine, request)", () => {
  it("hides that three of sixty lack an exam, and with it who else could tell", async () => {
    const frequency = await factsOf("exam-frequency");
    expect(frequency.get("751001")?.blank).toBe("hidden");
    expect(frequency.get("751006")?.blank).toBeNull();
  });
  it("tells the average of such a school without how many it is of, and rounded, so that nobody can count them back", async () => {
    const [frequency, average] = [await factsOf("exam-frequency"), await factsOf("exam-average")];
    for (const [unit, {blank, value, persons}] of average) {
      if (unit.includes("neighbours") || unit.includes("similar") || blank !== null) continue;
      const isHidden = frequency.get(unit)?.blank === "hidden";
      expect(persons === null, unit).toBe(isHidden);
      if (isHidden) expect(Number(value!.toFixed(1)), unit).toBe(value);
    }
    expect(average.get("751001")).toMatchObject({blank: null, persons: null});
    expect(average.get("751006")?.persons).toBe(50);
  });
  it("hides who passed both subjects wherever it hides who took all exams", async () => {
    const [frequency, passed] = [await factsOf("exam-frequency"), await factsOf("exam-two-or-more")];
    for (const [unit, {blank}] of frequency)
      if (blank === "hidden" && passed.has(unit)) expect(passed.get(unit)?.blank, unit).toBe("hidden");
  });
});
