import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const wellbeing: Standard = {
  id: "wellbeing",
  version: 1,
  title: "Trivselsmåling",
  titleEnglish: "Wellbeing survey",
  description:
    "Én elev pr. række pr. måling. 4.-9. klasse besvarer 29 spørgsmål, der indgår i indikatorerne: 1-10 social trivsel, 11-18 faglig trivsel, 19-25 støtte og inspiration, 26-29 ro og orden.",
  purpose:
    "Trivsel på skole- og kommuneniveau. Må kun bruges til statistik, aldrig til opfølgning på den enkelte elev.",
  legalBasis: "Folkeskolelovens § 56 b; databeskyttelseslovens § 10.",
  purposes: ["statistics"],
  statisticsOnly: true,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "mandatory",
  periodKind: "school-year",
  columns: [
    municipalityColumn,
    periodColumn,
    unitColumn,
    {
      id: "pupil",
      header: "Elev",
      description: "Målingens eget pseudonym, forskelligt fra elevens øvrige.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "grade",
      header: "Klassetrin",
      description: "0 til 9.",
      type: "integer",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 9,
      codes: "grades-levels"
    },
    {
      id: "answered",
      header: "Har svaret",
      description: "Ja, hvis eleven har besvaret målingen.",
      type: "boolean",
      required: true,
      personal: "ordinary"
    },
    {
      id: "item_01",
      header: "Spørgsmål 1",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_02",
      header: "Spørgsmål 2",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_03",
      header: "Spørgsmål 3",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_04",
      header: "Spørgsmål 4",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_05",
      header: "Spørgsmål 5",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_06",
      header: "Spørgsmål 6",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_07",
      header: "Spørgsmål 7",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_08",
      header: "Spørgsmål 8",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_09",
      header: "Spørgsmål 9",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_10",
      header: "Spørgsmål 10",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_11",
      header: "Spørgsmål 11",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_12",
      header: "Spørgsmål 12",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_13",
      header: "Spørgsmål 13",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_14",
      header: "Spørgsmål 14",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_15",
      header: "Spørgsmål 15",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_16",
      header: "Spørgsmål 16",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_17",
      header: "Spørgsmål 17",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_18",
      header: "Spørgsmål 18",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_19",
      header: "Spørgsmål 19",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_20",
      header: "Spørgsmål 20",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_21",
      header: "Spørgsmål 21",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_22",
      header: "Spørgsmål 22",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_23",
      header: "Spørgsmål 23",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_24",
      header: "Spørgsmål 24",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_25",
      header: "Spørgsmål 25",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_26",
      header: "Spørgsmål 26",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_27",
      header: "Spørgsmål 27",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_28",
      header: "Spørgsmål 28",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    },
    {
      id: "item_29",
      header: "Spørgsmål 29",
      description: "Svar 1-5, hvor 5 er mest positivt; tom, hvis eleven ikke svarede eller går i 0.-3. klasse.",
      type: "integer",
      required: false,
      personal: "confidential",
      minimum: 1,
      maximum: 5
    }
  ],
  key: ["unit", "pupil", "period"],
  rules: [
    {
      id: "answers-without-answering",
      severity: "error",
      condition: "NOT answered AND coalesce(item_01, item_11, item_19, item_26) IS NOT NULL",
      message: "En elev, der ikke har svaret, har svar."
    },
    {
      id: "answers-in-early-grades",
      severity: "warning",
      condition: "grade <= 3 AND coalesce(item_01, item_11, item_19, item_26) IS NOT NULL",
      message: "Elever i 0.-3. klasse har svar på spørgsmålene for 4.-9. klasse."
    }
  ],
  keepMonths: 36
};
