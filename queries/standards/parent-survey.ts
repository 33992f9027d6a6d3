import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const parentSurvey: Standard = {
  id: "parent-survey",
  version: 1,
  title: "Forældretilfredshed",
  titleEnglish: "Parent survey",
  description: "Én inviteret forælder pr. række pr. måling.",
  purpose: "Forældres samlede tilfredshed med dagtilbud, skole og SFO.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e.",
  purposes: ["quality", "statistics"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "recommended",
  periodKind: "year",
  columns: [
    municipalityColumn,
    periodColumn,
    unitColumn,
    {
      id: "respondent",
      header: "Inviteret",
      description: "Målingens eget pseudonym.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "answered",
      header: "Har svaret",
      description: "Ja, hvis den inviterede har svaret.",
      type: "boolean",
      required: true,
      personal: "ordinary"
    },
    {
      id: "satisfaction",
      header: "Tilfredshed",
      description: "Samlet tilfredshed 1-5; tom, hvis ikke besvaret.",
      type: "integer",
      required: false,
      personal: "ordinary",
      minimum: 1,
      maximum: 5
    }
  ],
  key: ["unit", "respondent", "period"],
  rules: [
    {
      id: "satisfaction-without-answer",
      severity: "error",
      condition: "NOT answered AND satisfaction IS NOT NULL",
      message: "En, der ikke har svaret, har en tilfredshed."
    }
  ],
  keepMonths: 36
};
