import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {dataPackages} from "../queries/packages/index.ts";
import {processingRecord} from "../queries/personal/processing-record.ts";
import {standards} from "../queries/standards/index.ts";

const text = processingRecord({standards, packages: dataPackages, pseudonymises: false, daysOfFiles: 90});

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
});
