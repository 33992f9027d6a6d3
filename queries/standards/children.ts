import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const children: Standard = {
  id: "children",
  version: 1,
  title: "Indskrevne børn i dagtilbud",
  titleEnglish: "Children in day care",
  description: "Ét barn pr. række pr. halvår med indskrivning omregnet til fuldtid, helårligt.",
  purpose: "Normering, dækning og planlægning af dagtilbud.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e; dagtilbudsloven.",
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
      id: "child",
      header: "Barn",
      description: "Pseudonym for barnet.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "age_group",
      header: "Aldersgruppe",
      description: "0-2 eller 3-5 år efter barnets alder, ikke stuen.",
      type: "text",
      required: true,
      personal: "ordinary",
      codes: "age-groups"
    },
    {
      id: "full_time",
      header: "Fuldtidsenhed",
      description: "Indskrivning omregnet til fuldtid og hele halvåret, 0-1.",
      type: "decimal",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 1.5,
      measure: "fuldtidsenheder"
    },
    {
      id: "sex",
      header: "Køn",
      description: "K eller M.",
      type: "text",
      required: false,
      personal: "ordinary",
      codes: "sexes"
    }
  ],
  key: ["unit", "child", "age_group", "period"],
  rules: [
    {
      id: "zero-full-time",
      severity: "warning",
      condition: "full_time = 0",
      message: "Et indskrevet barn har 0 fuldtidsenheder."
    }
  ],
  keepMonths: 60
};
