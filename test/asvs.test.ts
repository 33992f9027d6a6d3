import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";

const file = join(import.meta.dirname, "..", "docs", "asvs.md");
const text = readFileSync(file, "utf8");
const rows = [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, id, about, decision, how, test]) => ({id: id!, about: about!, decision: decision!, how: how!, test: test!})
);

/** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has; sections with none of them are left out. */
const sections: Readonly<Record<string, number>> = {
  ...{"V1.1": 2, "V1.2": 9, "V1.3": 11, "V1.4": 3, "V1.5": 2, "V2.1": 3, "V2.2": 3, "V2.3": 4, "V2.4": 1},
  ...{"V3.2": 2, "V3.3": 4, "V3.4": 6, "V3.5": 5, "V3.7": 2, "V4.1": 3, "V4.2": 1, "V4.3": 2, "V4.4": 4},
  ...{"V5.1": 1, "V5.2": 3, "V5.3": 2, "V5.4": 3, "V6.1": 3, "V6.2": 12, "V6.3": 4, "V6.4": 4, "V6.5": 5},
  ...{"V6.6": 3, "V6.8": 4, "V7.1": 3, "V7.2": 4, "V7.3": 2, "V7.4": 5, "V7.5": 2, "V7.6": 2, "V8.1": 2},
  ...{"V8.2": 3, "V8.3": 1, "V8.4": 1, "V9.1": 3, "V9.2": 4, "V10.1": 2, "V10.2": 2, "V10.3": 4, "V10.4": 11},
  ...{"V10.5": 5, "V10.6": 2, "V10.7": 3, "V11.1": 2, "V11.2": 3, "V11.3": 3, "V11.4": 4, "V11.5": 1, "V11.6": 1},
  ...{"V12.1": 3, "V12.2": 2, "V12.3": 4, "V13.1": 1, "V13.2": 5, "V13.3": 2, "V13.4": 5, "V14.1": 2, "V14.2": 4},
  ...{"V14.3": 3, "V15.1": 3, "V15.2": 3, "V15.3": 7, "V16.1": 1, "V16.2": 5, "V16.3": 4, "V16.4": 3, "V16.5": 3},
  ...{"V17.1": 1, "V17.2": 4, "V17.3": 2}
};

const applying = rows.filter(({decision}) => decision !== "nej");
const automatic = applying.filter(({test}) => test !== "manuel");
const of = (decision: string) => rows.filter((row) => row.decision === decision);

describe("docs/asvs.md", () => {
  it("decides all 253 requirements of level 2, each once", () => {
    expect(new Set(rows.map(({id}) => id)).size).toBe(rows.length);
    const counted = Object.fromEntries(
      Object.keys(sections).map((section) => [section, rows.filter(({id}) => id.startsWith(`${section}.`)).length])
    );
    expect(counted).toEqual(sections);
    expect(rows.length).toBe(253);
  });
  it("gives every decision, and a reason where one is needed", () => {
    for (const {id, decision, how, test} of rows) {
      expect(["opfyldt", "delvis", "mangler", "jeres", "nej"], id).toContain(decision);
      if (decision !== "opfyldt") expect([id, how.length > 3]).toEqual([id, true]);
      expect([id, test === "–"]).toEqual([id, decision === "nej"]);
    }
  });
  it.each(automatic)("$id names a test that exists", ({test}) => {
    const [, name, title] = /^([\w-]+): (.+)$/.exec(test) ?? [];
    const path = join(import.meta.dirname, `${name}.test.ts`);
    expect([path, existsSync(path)]).toEqual([path, true]);
    const source = readFileSync(path, "utf8");
    const isThere = [`"`, "`", "'"].some((mark) => source.includes(mark + title + mark));
    expect([test, isThere]).toEqual([test, true]);
  });
  it("has an automatic test for at least 85 % of those that apply, and lists what is not met", () => {
    expect(automatic.length / applying.length).toBeGreaterThanOrEqual(0.85);
    const listed = [...text.matchAll(/^- \*\*(V[\d.]+)\*\*/gm)].map(([, id]) => id);
    expect(listed).toEqual([...of("delvis"), ...of("mangler")].map(({id}) => id));
  });
  it("counts itself right (UPDATE_ASVS=1 writes the table)", () => {
    const share = new Intl.NumberFormat("da", {maximumFractionDigits: 1}).format(
      (100 * automatic.length) / applying.length
    );
    const counts = [
      ["gælder", applying.length],
      ["opfyldt", of("opfyldt").length],
      ["delvis", of("delvis").length],
      ["mangler", of("mangler").length],
      ["jeres", of("jeres").length],
      ["gælder ikke", of("nej").length],
      ["gælder og prøves automatisk", `${automatic.length} (${share} %)`]
    ];
    const table = [
      "| af 253 krav | antal |",
      "| --- | ---: |",
      ...counts.map(([name, count]) => `| ${name} | ${count} |`)
    ];
    const [before, after] = [text.split("<!-- asvs:begin -->")[0]!, text.split("<!-- asvs:end -->")[1]!];
    const whole = `${before}<!-- asvs:begin -->\n\n${table.join("\n")}\n\n<!-- asvs:end -->${after}`;
    if (process.env.UPDATE_ASVS) writeFileSync(file, whole);
    else expect(text).toBe(whole);
  });
});
