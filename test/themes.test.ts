import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {labelOf} from "../queries/classifications/index.ts";
import {useLocalCodes} from "../queries/classifications/local-codes.ts";
import {themes} from "../queries/classifications/themes.ts";
import type {PeriodId} from "../queries/period.ts";
import {parseThemes, themesIn, useThemes} from "../queries/reference/themes.ts";

afterEach(() => useLocalCodes("themes", null));

describe("parseThemes(content)", () => {
  it("adds a theme, names another otherwise and ends a third", () => {
    const file = {
      outdoor: {label: "Udeliv", labelEnglish: "Outdoor life"},
      calm: {label: "Ro"},
      frames: {validTo: "2025-12-31"}
    };
    const read = parseThemes(JSON.stringify({themes: file}));
    expect(read.problems).toEqual([]);
    expect(read.codes).toHaveLength(themes.codes.length + 1);
    expect(read.codes.at(-1)).toEqual({code: "outdoor", label: "Udeliv", labelEnglish: "Outdoor life"});
    expect(read.codes.find(({code}) => code === "calm")).toMatchObject({label: "Ro", labelEnglish: "Ro"});
    const offered = (period: string) => themesIn(read, period as PeriodId).map(({code}) => code);
    expect(offered("2025-H2")).toContain("frames");
    expect(offered("2026-H1")).not.toContain("frames");
  });

  it.each([
    ["{", "Filen er ikke gyldig JSON"],
    ["[]", 'Filen skal være {"themes": {…}}'],
    ['{"themes":{"Ny":{"label":"Ny"}}}', "Ny: Koden skal være små bogstaver"],
    ['{"themes":{"ny":{}}}', "ny: label mangler"],
    ['{"themes":{"ny":{"label":"Ny","color":"red"}}}', "ny: "],
    ['{"themes":{"ny":{"label":"Ny","validTo":"i morgen"}}}', "ny: validTo: "]
  ])("says in Danish what is wrong with %s and keeps the standard's list", (content, said) => {
    const {codes, problems} = parseThemes(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`reference/themes.json: ${said}`);
    expect(codes).toEqual(themes.codes);
  });
});

describe("useThemes(dataDir)", () => {
  it("lets every code list of the process know the file, and forgets it where there is none", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-themes-"));
    await mkdir(join(dataDir, "reference"));
    const file = join(dataDir, "reference", "themes.json");
    await writeFile(file, '{"themes": {"outdoor": {"label": "Udeliv", "labelEnglish": "Outdoor life"}}}');
    await useThemes(dataDir);
    expect(labelOf("themes", "outdoor", "en")).toBe("Outdoor life");
    await rm(file);
    await useThemes(dataDir);
    expect(labelOf("themes", "outdoor")).toBe("outdoor");
    await rm(dataDir, {recursive: true});
  });
});
