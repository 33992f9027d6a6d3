import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const observations: Standard = {
  id: "observations",
  version: 1,
  title: "Observationer og dialog",
  titleEnglish: "Observations and dialogue",
  description:
    "Kvalitative fund: tilsyn, observationer og samtaler, kodet med tema, kvalitetstype og kilde. Fundet skrives uden navne.",
  purpose: "Ingen tal uden tale og ingen tale uden tal.",
  legalBasis: "Dagtilbudslovens § 5; databeskyttelsesforordningens art. 6, stk. 1, litra e.",
  purposes: ["quality", "supervision"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "recommended",
  periodKind: "half-year",
  columns: [
    municipalityColumn,
    periodColumn,
    unitColumn,
    {
      id: "observation",
      header: "Fund",
      description: "Fundets løbenummer hos afsenderen.",
      type: "text",
      required: true,
      personal: "none"
    },
    {
      id: "theme",
      header: "Tema",
      description: "Det faglige tema.",
      type: "text",
      required: true,
      personal: "none",
      codes: "themes"
    },
    {
      id: "quality",
      header: "Kvalitetstype",
      description: "Struktur-, proces- eller resultatkvalitet.",
      type: "text",
      required: true,
      personal: "none",
      codes: "qualities"
    },
    {
      id: "source",
      header: "Kilde",
      description: "Tilsyn, observation, børneinterview, elevråd, forældrebestyrelse eller medarbejdere.",
      type: "text",
      required: true,
      personal: "none",
      codes: "observation-sources"
    },
    {
      id: "assessment",
      header: "Vurdering",
      description: "Styrke eller opmærksomhedspunkt.",
      type: "text",
      required: true,
      personal: "none",
      codes: "assessments"
    },
    {
      id: "count",
      header: "Antal",
      description: "Antal observationer eller deltagere bag fundet.",
      type: "integer",
      required: true,
      personal: "ordinary",
      minimum: 1,
      maximum: 2000
    },
    {
      id: "finding",
      header: "Fundet",
      description: "Fundet i én til tre sætninger uden navne.",
      type: "text",
      required: true,
      personal: "ordinary",
      freeText: true
    },
    {
      id: "quote",
      header: "Citat",
      description: "Et citat; bruges kun med samtykke.",
      type: "text",
      required: false,
      personal: "confidential",
      freeText: true
    },
    {
      id: "quote_consent",
      header: "Samtykke til citat",
      description: "Ja, hvis den citerede har givet samtykke.",
      type: "boolean",
      required: false,
      personal: "none"
    },
    {
      id: "observed_on",
      header: "Dato",
      description: "Dagen for observationen eller samtalen.",
      type: "date",
      required: true,
      personal: "none"
    }
  ],
  key: ["unit", "observation", "period"],
  rules: [
    {
      id: "long-finding",
      severity: "error",
      condition: "length(finding) > 600",
      message: "Fundet er længere end 600 tegn."
    },
    {
      id: "quote-without-consent",
      severity: "warning",
      condition: "quote IS NOT NULL AND NOT coalesce(quote_consent, false)",
      message: "Et citat uden samtykke vises ikke."
    }
  ],
  keepMonths: 60
};
