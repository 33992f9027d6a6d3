import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const absence: Standard = {
  id: "absence",
  version: 1,
  title: "Elevfravær",
  titleEnglish: "Pupil absence",
  description:
    "Fraværsdage pr. elev, halvår og fraværstype. En elev har en række for hver af de tre typer, også når der ikke er fravær.",
  purpose: "Fravær i skolerne; aldrig til opfølgning på den enkelte elev.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e; bekendtgørelse om elevers fravær.",
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
      id: "pupil",
      header: "Elev",
      description: "Pseudonym for eleven.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "class",
      header: "Klasse",
      description: "Klassens betegnelse på skolen.",
      type: "text",
      required: true,
      personal: "ordinary"
    },
    {
      id: "grade",
      header: "Klassetrin",
      description: "0 til 10.",
      type: "integer",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 10,
      codes: "grades-levels"
    },
    {
      id: "absence_type",
      header: "Fraværstype",
      description: "Sygdom, med tilladelse (ekstraordinær frihed) eller ulovligt.",
      type: "text",
      required: true,
      personal: "confidential",
      codes: "absence-types"
    },
    {
      id: "days_absent",
      header: "Fraværsdage",
      description: "Fraværsdage af typen i halvåret; halve dage tæller 0,5.",
      type: "decimal",
      required: true,
      personal: "confidential",
      minimum: 0,
      maximum: 130,
      measure: "dage"
    },
    {
      id: "school_days",
      header: "Skoledage",
      description: "Elevens skoledage på skolen i halvåret.",
      type: "integer",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 130,
      measure: "dage"
    }
  ],
  key: ["unit", "pupil", "period", "absence_type"],
  rules: [
    {
      id: "absent-more-than-school",
      severity: "error",
      condition: "days_absent > school_days",
      message: "Fraværsdage overstiger elevens skoledage."
    },
    {
      id: "no-school-days",
      severity: "warning",
      condition: "school_days = 0",
      message: "En elev har 0 skoledage i halvåret."
    }
  ],
  keepMonths: 60
};
