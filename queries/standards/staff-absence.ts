import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const staffAbsence: Standard = {
  id: "staff-absence",
  version: 1,
  title: "Personalets sygefravær",
  titleEnglish: "Staff absence",
  description: "Én ansat pr. række pr. halvår med fraværsdage og mulige arbejdsdage.",
  purpose: "Sygefravær på institutions- og kommuneniveau; aldrig den enkelte medarbejder.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e, og art. 9, stk. 2, litra b.",
  purposes: ["quality", "statistics"],
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
      id: "sick_days",
      header: "Sygedage",
      description: "Egen sygdom og arbejdsskade.",
      type: "decimal",
      required: true,
      personal: "special",
      minimum: 0,
      maximum: 184,
      measure: "dage"
    },
    {
      id: "active_days",
      header: "Mulige arbejdsdage",
      description: "Dage, den ansatte skulle have arbejdet.",
      type: "decimal",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 184,
      measure: "dage"
    },
    {
      id: "full_time_equivalents",
      header: "Fuldtidsansatte",
      description: "Årsværk i halvåret.",
      type: "decimal",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 1.5,
      measure: "årsværk"
    }
  ],
  key: ["unit", "employee", "position", "period"],
  rules: [
    {
      id: "sick-more-than-active",
      severity: "error",
      condition: "sick_days > active_days",
      message: "Sygedage overstiger mulige arbejdsdage."
    }
  ],
  keepMonths: 36
};
