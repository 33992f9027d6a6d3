import {describe, expect, it} from "vitest";
import {daycareTexts} from "../jobs/demo/daycare-texts.ts";
import {followTexts, quoteTexts} from "../jobs/demo/follow-texts.ts";
import {leisureTexts} from "../jobs/demo/leisure-texts.ts";
import {schoolTexts} from "../jobs/demo/school-texts.ts";
import {findNames} from "../queries/personal/names.ts";

describe("findNames(text, places)", () => {
  it.each([
    ["Emma og Mads' mor er enige.", ["Emma", "Mads"]],
    ["Drengen mohammed slår de andre.", ["mohammed"]],
    ["Ida-Marie er glad for sin nye klasse.", ["Ida-Marie"]],
    ["Vi talte længe med fru Vinterby.", ["Vinterby"]],
    ["Samtalen var hos Ottosen.", ["Ottosen"]],
    ["Vi talte med Yilmaz og med barnet Ask.", ["Yilmaz", "Ask"]],
    ["Pædagogen (Birgitte) var alene.", ["Birgitte"]],
    ["Vi spurgte Hans, og så spurgte vi Tom.", ["Hans", "Tom"]],
    ["Kari\u00adn og Lone\u200bs forældre", ["Karin", "Lones"]]
  ])("finds who is named: %s", (text, names) => expect(findNames(text, [])).toEqual(names));

  it.each([
    "Klassen er urolig i maj og august, og pausen er for kort.",
    "Ledelsen gik en ny vej. Ask og bøg gror på legepladsen ved den lange line.",
    "Per barn bruges der mere tid. Dan dig en mening: børnene får ro.",
    "I Danmark og på Sjælland er det ens.",
    "En dreng og hans ven går op ad en tom trappe; hans sidste trin er højt. Hans ven ler."
  ])("lets words be words: %s", (text) => expect(findNames(text, [])).toEqual([]));

  it("knows that institutions and towns are nobody, but not what is theirs", () => {
    expect(findNames("Børnehuset Emma er godt. Emmas børn leger.", ["Børnehuset Emma"])).toEqual(["Emmas"]);
    expect(findNames("På Sct. Hans Skoles legeplads (nord)", ["Sct. Hans Skole"])).toEqual([]);
    expect(findNames("I Ringkøbing-Skjern (nord) er der ro.", ["Ringkøbing-Skjern", "A+B (c)"])).toEqual([]);
  });

  it("asks about none of the demonstration's texts", () => {
    const texts = JSON.stringify([daycareTexts, schoolTexts, leisureTexts, followTexts, quoteTexts]);
    const sentences = [...texts.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!);
    expect(sentences.length).toBeGreaterThan(200);
    expect(sentences.flatMap((text) => findNames(text, []))).toEqual([]);
  });
});
