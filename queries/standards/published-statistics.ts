import {dataPurposes, periodColumn, type Standard} from "./standard.ts";

export const publishedStatistics: Standard = {
  id: "published-statistics",
  version: 1,
  title: "Offentliggjort statistik",
  titleEnglish: "Published statistics",
  description:
    "Tal på kommuneniveau, som en statistikmyndighed allerede har offentliggjort, med hele landets eget tal.",
  purpose: "Rammevilkår og sammenligning på samme definition.",
  legalBasis: "Offentlige data; ingen personoplysninger.",
  purposes: dataPurposes,
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "recommended",
  periodKind: "any",
  columns: [
    {
      id: "indicator",
      header: "Nøgletal",
      description: "Hvilket offentliggjort tal.",
      type: "text",
      required: true,
      personal: "none",
      codes: "published-indicators"
    },
    {
      id: "municipality",
      header: "Områdekode",
      description: "Kommunens kode, 000 for hele landet eller 081-085 for en region.",
      type: "text",
      required: true,
      personal: "none",
      codes: "areas",
      aliases: ["Kommunekode", "Område", "Kom.nr"]
    },
    periodColumn,
    {
      id: "category",
      header: "Kategori",
      description: "Fx aldersgruppe; tom, når tallet ikke er fordelt.",
      type: "text",
      required: false,
      personal: "none"
    },
    {
      id: "value",
      header: "Værdi",
      description: "Tallet, som det er offentliggjort.",
      type: "decimal",
      required: false,
      personal: "none"
    },
    {
      id: "measure",
      header: "Måleenhed",
      description: "Fx personer, pct. eller kr.",
      type: "text",
      required: true,
      personal: "none"
    },
    {
      id: "source",
      header: "Kilde",
      description: "Myndighed og tabel, fx Danmarks Statistik, FOLK1A.",
      type: "text",
      required: true,
      personal: "none"
    }
  ],
  slice: "indicator",
  key: ["indicator", "municipality", "period", "category"],
  rules: [],
  keepMonths: 600
};
