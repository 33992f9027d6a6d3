import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const staffing: Standard = {
  id: "staffing",
  version: 1,
  title: "Stillinger",
  titleEnglish: "Staffing",
  description: "Én ansat pr. række pr. halvår og stilling med fuldtidsansatte (årsværk) og uddannelse.",
  purpose: "Normering, uddannelsesdækning og ressourcer.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e.",
  purposes: ["quality", "supervision", "statistics"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "mandatory",
  periodKind: "half-year",
  columns: [
    municipalityColumn,
    periodColumn,
    unitColumn,
    {
      id: "employee",
      header: "Ansat",
      description: "Pseudonym for den ansatte.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "position",
      header: "Stilling",
      description: "Stillingskategori.",
      type: "text",
      required: true,
      personal: "ordinary",
      codes: "positions"
    },
    {
      id: "education",
      header: "Uddannelse",
      description: "Højeste relevante uddannelse.",
      type: "text",
      required: true,
      personal: "ordinary",
      codes: "educations"
    },
    {
      id: "age_group",
      header: "Aldersgruppe",
      description: "Børnenes aldersgruppe for pædagogisk personale i dagtilbud, ellers tom.",
      type: "text",
      required: false,
      personal: "none",
      codes: "age-groups"
    },
    {
      id: "full_time_equivalents",
      header: "Fuldtidsansatte",
      description: "Årsværk i halvåret, korrigeret for barsel.",
      type: "decimal",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 1.5,
      measure: "årsværk"
    },
    {
      id: "norm_funded",
      header: "Særlig pulje",
      description: "Ja, hvis stillingen er betalt af statens pulje til sociale normeringer.",
      type: "boolean",
      required: true,
      personal: "none"
    }
  ],
  key: ["unit", "employee", "position", "age_group", "period"],
  rules: [],
  keepMonths: 60
};
