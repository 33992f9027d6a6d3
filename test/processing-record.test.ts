import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCatalogue} from "../queries/catalogue.ts";
import {ethicsForms} from "../queries/ethics/index.ts";
import {dataPackages} from "../queries/packages/index.ts";
import {ownRecords} from "../queries/personal/own-records.ts";
import {processingRecord} from "../queries/personal/processing-record.ts";
import {standards} from "../queries/standards/index.ts";

const {indicators} = await readCatalogue();
const kept = {daysOfFiles: 90, monthsOfLog: 24};
const about = {
  standards,
  packages: dataPackages,
  indicators,
  forms: ethicsForms,
  ownRecords: Object.values(ownRecords)
};
const text = processingRecord({...about, ...kept, pseudonymises: false});

describe("processingRecord(facts)", () => {
  it("is the document that the catalogue gives", async () =>
    expect(text).toMatchFileSnapshot(join(import.meta.dirname, "output", "processing-record.md")));

  it("tells purpose, legal basis and every personal column of each standard", () => {
    const missing = standards.flatMap(({purpose, legalBasis, columns}) => {
      const personal = columns.filter((column) => column.personal !== "none");
      const told = personal.length > 0 ? [legalBasis, ...personal.map(({description}) => description)] : [];
      return [purpose, ...told].filter((words) => !text.includes(words));
    });
    expect(missing).toEqual([]);
  });

  it("tells of each standard with persons what it may serve, what it is made into, and the risks", () => {
    const personal = standards.filter(({columns}) => columns.some((column) => column.personal === "pseudonym"));
    const basis = text.split("## Nødvendighed")[1]!;
    for (const {title, statisticsOnly} of personal) {
      expect(basis).toContain(`### ${title}`);
      const section = text.split(`## ${title}\n`)[1]!.split("\n## ")[0]!;
      expect(section).toMatch(/Nøgletal: (?!ingen)/);
      expect([title, section.includes("kun statistik")]).toEqual([title, statisticsOnly]);
    }
  });
});
