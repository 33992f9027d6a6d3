import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const languageAssessments: Standard = {
  id: "language-assessments",
  version: 1,
  title: "Sprogvurderinger",
  titleEnglish: "Language assessments",
  description:
    "Én række pr. treårigt barn i dagtilbud pr. halvår; resultatet er tomt, når barnet ikke er sprogvurderet.",
  purpose: "Sproglig udvikling på institutions- og kommuneniveau.",
  legalBasis: "Dagtilbudslovens § 11; databeskyttelsesforordningens art. 6, stk. 1, litra e.",
  purposes: ["quality", "statistics"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "recommended",
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
      id: "assessed",
      header: "Sprogvurderet",
      description: "Ja, hvis barnet er sprogvurderet i halvåret.",
      type: "boolean",
      required: true,
      personal: "confidential"
    },
    {
      id: "result",
      header: "Resultat",
      description: "Generel, fokuseret eller særlig indsats.",
      type: "text",
      required: false,
      personal: "confidential",
      codes: "language-results"
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
  key: ["unit", "child", "period"],
  rules: [
    {
      id: "assessed-without-result",
      severity: "error",
      condition: "assessed AND result IS NULL",
      message: "Et sprogvurderet barn har intet resultat."
    },
    {
      id: "result-without-assessment",
      severity: "error",
      condition: "NOT assessed AND result IS NOT NULL",
      message: "Et barn, der ikke er sprogvurderet, har et resultat."
    }
  ],
  keepMonths: 60
};
