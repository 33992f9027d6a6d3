import type {Classification} from "./classification.ts";
import {municipalities} from "./municipalities.ts";

/** Areas that a published figure may be about. */
export const areas: Classification = {
  id: "areas",
  title: "Områder: hele landet, regioner og kommuner",
  source: "Danmarks Statistik, Regioner, landsdele og kommuner (2007-)",
  codes: [
    {code: "000", label: "Hele landet", labelEnglish: "All Denmark", aliases: ["Danmark", "Denmark"]},
    {code: "081", label: "Region Nordjylland", labelEnglish: "Region Nordjylland"},
    {code: "082", label: "Region Midtjylland", labelEnglish: "Region Midtjylland"},
    {code: "083", label: "Region Syddanmark", labelEnglish: "Region Syddanmark"},
    {code: "084", label: "Region Hovedstaden", labelEnglish: "Region Hovedstaden"},
    {code: "085", label: "Region Sjælland", labelEnglish: "Region Sjælland"},
    ...municipalities.codes
  ]
};
