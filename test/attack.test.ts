import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {audit, boundsOfHidden} from "../jobs/disclosure/audit.ts";
import {primary, secondary, shown} from "../jobs/disclosure/block.ts";
import {patternOf} from "../jobs/disclosure/pattern.ts";
import {isPrimary} from "../jobs/disclosure/primary.ts";
import {tinyBounds, tinyTables} from "./brute-force.ts";
import {hiddenNames, plainRules, type SmallTable, statusesOf, tableOf} from "./disclosure-tables.ts";
import {geurts, problemdata, problemPattern, z1} from "./known-tables.ts";

/** Integer bounds of each hidden cell by name. */
async function boundsOf({block, names}: SmallTable, hidden: readonly string[], whole = false) {
  const bounds = await boundsOfHidden(block, statusesOf(names, hidden), plainRules, {whole});
  return Object.fromEntries([...bounds].map(([cell, {low, high}]) => [names[cell], [low, high].map(rounded)]));
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}

describe("boundsOfHidden(block, statuses, rules)", () => {
  it("gives Geurts' intervals", async () => {
    expect(await boundsOf(geurts, ["1.1", "1.2", "2.1", "2.2"])).toEqual({
      "1.1": [3, 6],
      "1.2": [1, 4],
      "2.1": [0, 3],
      "2.2": [0, 3]
    });
  });
  it("finds the cell of problemdata that every row and column seems to protect, and that one more protects it", async () => {
    expect((await boundsOf(problemdata, problemPattern))["w.b"]).toEqual([47, 47]);
    expect((await boundsOf(problemdata, [...problemPattern, "x.b"]))["w.b"]).toEqual([0, 141]);
  });
  it("gives the published intervals of z1, by linear and by whole programs", async () => {
    const hidden = ["B", "D", "H"].flatMap((region) => [`${region}.arbeid`, `${region}.annet`]);
    for (const whole of [false, true])
      expect(await boundsOf(z1, hidden, whole)).toMatchObject({
        "B.arbeid": [0, 6],
        "B.annet": [2, 8],
        "D.annet": [9, 15],
        "H.annet": [6, 12]
      });
  });
  it("knows two zeros whose sum is shown", async () => {
    const zeros = tableOf([-1, 0, 0, 0], [[0], [0], [9]], {...frequencies, sensitivity: "sensitive"});
    expect(await boundsOf(zeros, ["1.", "1.c0", "2.", "2.c0"])).toMatchObject({"1.": [0, 0], "2.": [0, 0]});
  });
  it("agrees with all whole tables there are (brute force)", async () => {
    await fc.assert(
      fc.asyncProperty(tinyTables, async ({table, statuses}) => {
        const found = await boundsOfHidden(table.block, statuses, plainRules, {whole: true});
        for (const [cell, {low, high}] of tinyBounds(table, statuses))
          expect([found.get(cell)!.low, found.get(cell)!.high].map(rounded)).toEqual([low, high]);
      }),
      {numRuns: runs(150)}
    );
  });
});

describe("audit(block, statuses, rules)", () => {
  it("finds z1's published pattern safe, and unsafe with any of its secondary cells shown", async () => {
    const rules = {...plainRules, minimum: 4};
    const published = ["B", "D", "H"].flatMap((region) => [`${region}.arbeid`, `${region}.annet`]);
    expect((await audit(z1.block, statusesOf(z1.names, published), rules)).exposures).toEqual([]);
    for (const name of published.filter((each) => each.endsWith("annet"))) {
      const mutant = statusesOf(
        z1.names,
        published.filter((each) => each !== name)
      );
      expect((await audit(z1.block, mutant, rules)).exposures.length, name).toBeGreaterThan(0);
    }
  });
  it("names a primary cell that is shown", async () => {
    const {block} = tableOf([-1, 0, 0], [[3], [50]]);
    const {exposures} = await audit(block, new Uint8Array(block.unit.length), plainRules);
    expect(new Set(exposures.map(({attacker}) => attacker))).toEqual(new Set(["open"]));
  });
  it("fails two hidden zeros whose sum is shown", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0], [[0], [0], [9]], {...frequencies, sensitivity: "sensitive"});
    const statuses = statusesOf(names, ["1.", "1.c0", "2.", "2.c0"]);
    const many = {...block, persons: block.persons.map(() => 9)};
    expect((await audit(many, statuses, plainRules)).exposures.length).toBeGreaterThan(0);
  });
  it("fails a pair of units for either's manager where the matter is sensitive, and no three", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0, 0], [[3], [60], [20], [30]], {
      ...frequencies,
      sensitivity: "sensitive"
    });
    const attackers = async (hidden: readonly string[]) =>
      (await audit(block, statusesOf(names, hidden), plainRules)).exposures.map(({attacker}) => attacker);
    expect(new Set(await attackers(["1.", "1.c0", "3.", "3.c0"]))).toEqual(new Set(["A1"]));
    expect(await attackers(["1.", "1.c0", "3.", "3.c0", "4.", "4.c0"])).toEqual([]);
  });
  it("leaves a contributor who knows their own membership as far away (A2)", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0], [[1], [60], [20]]);
    const {statuses} = await patternOf(block, plainRules);
    const bounds = await boundsOfHidden(block, statuses, plainRules);
    for (const name of hiddenNames(names, statuses)) {
      const {low, high} = bounds.get(names.indexOf(name))!;
      expect(high - Math.max(low, 1)).toBeGreaterThanOrEqual(4);
    }
  });
  it("judges every mutant with one secondary cell shown as brute force does", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(tinyTables, fc.nat(), async ({table}, pick) => {
        const {statuses} = await patternOf(table.block, plainRules).catch(() => ({statuses: new Uint8Array(0)}));
        const hidden = [...statuses.keys()].filter((cell) => statuses[cell] === secondary);
        if (hidden.length === 0) return;
        statuses[hidden[pick % hidden.length]!] = shown;
        const {exposures} = await audit(table.block, statuses, plainRules, {whole: true});
        const narrow = [...tinyBounds(table, statuses)].filter(
          ([cell, {low, high}]) => statuses[cell] === primary && high - low < plainRules.width
        );
        expect(new Set(exposures.map(({cell}) => cell))).toEqual(new Set(narrow.map(([cell]) => cell)));
        found += narrow.length > 0 ? 1 : 0;
      }),
      {numRuns: runs(150)}
    );
    expect(found).toBeGreaterThan(20);
  });
  it("gives the same verdict whatever the order of the units", async () => {
    await fc.assert(
      fc.asyncProperty(tinyTables, async ({table: {block}, statuses}) => {
        const turned = {...block, unit: block.unit.toReversed(), column: block.column.toReversed()};
        for (const field of ["numerator", "denominator", "persons", "squares"] as const)
          turned[field] = block[field].toReversed();
        const verdicts = [
          await audit(block, statuses, plainRules),
          await audit(turned, statuses.toReversed(), plainRules)
        ];
        expect(verdicts[0]!.exposures.length).toBe(verdicts[1]!.exposures.length);
      }),
      {numRuns: 50}
    );
  });
  it("never passes more by showing more", async () => {
    await fc.assert(
      fc.asyncProperty(tinyTables, fc.nat(), async ({table, statuses}, pick) => {
        const open = [...statuses.keys()].filter(
          (cell) => statuses[cell] !== shown && !isPrimary(cellOf(table, cell), frequencies, plainRules.minimum)
        );
        if (open.length === 0) return;
        const before = await audit(table.block, statuses, plainRules);
        const more = statuses.slice();
        more[open[pick % open.length]!] = shown;
        const after = await audit(table.block, more, plainRules);
        expect(after.exposures.length).toBeGreaterThanOrEqual(before.exposures.length);
      }),
      {numRuns: 60}
    );
  });
  const path = fileURLToPath(new URL("../../shared/data/sdc-known-answers/z1.csv", import.meta.url));
  it.skipIf(!existsSync(path))(
    "holds the numbers of the shared known answer (skipped where ../shared is absent)",
    () => {
      const lines = readFileSync(path, "utf8").trim().split("\n").slice(1);
      for (const [region, benefit, count] of lines.map((line) => line.replaceAll('"', "").split(",")))
        expect(z1.block.numerator[z1.names.indexOf(`${region}.${benefit}`)]).toBe(Number(count));
    }
  );
});

function cellOf({block}: SmallTable, cell: number) {
  return {numerator: block.numerator[cell]!, denominator: 1, persons: block.persons[cell]!};
}

/** More with `NIGHTLY=1`. */
function runs(usual: number): number {
  return process.env.NIGHTLY ? usual * 60 : usual;
}
