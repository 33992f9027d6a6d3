/** What people write here, and what comes back to it, rather than what is delivered: why, and how long it is kept. */

export interface OwnRecord {
  readonly id: "conversations" | "bounces" | "recipients";
  readonly title: string;
  readonly content: string;
  readonly persons: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly sensitivity: string;
  readonly keepMonths: number;
  /** What the months are counted from: the end of the half-year that it is about, the moment that it came, or that it was closed or replaced. */
  readonly from: "period" | "moment" | "closing";
}

export const ownRecords = {
  conversations: {
    id: "conversations",
    title: "Samtaler og aftaler",
    content: "Hvad der er skrevet i samtalerne om datapakkerne, alle tidligere udgaver af teksterne, og aftalerne",
    persons: "Ledere, chefer og andre, der skriver eller nævnes; fri tekst, hvor andet kan stå",
    purpose: "At en enhed og dens forvaltning kan følge op på det, de har aftalt, fra halvår til halvår.",
    legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e; folkeskolelovens § 40 a; dagtilbudslovens § 5.",
    sensitivity: "fortrolig, fri tekst",
    keepMonths: 60,
    from: "period"
  },
  bounces: {
    id: "bounces",
    title: "Mails, der kom retur",
    content: "Adressen, hvilken udgave det var, mailserverens svar, og hvilke adresser der derfor ikke sendes til",
    persons: "Modtagere af datapakker",
    purpose: "At udgaver når frem, og at der ikke bliver ved med at blive sendt til adresser, der ikke findes.",
    legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e.",
    sensitivity: "almindelig",
    keepMonths: 24,
    from: "moment"
  },
  recipients: {
    id: "recipients",
    title: "Modtagere af datapakker",
    content:
      "Navn, adresse, hvad der sendes, hvad modtageren før var, hvem der ændrede det, og hvilke udgaver der er sendt",
    persons: "Ledere, chefer, politikere og andre, der får datapakker tilsendt",
    purpose: "At den, der skal have en udgave, får den, og får besked, når den rettes.",
    legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e.",
    sensitivity: "almindelig",
    keepMonths: 24,
    from: "closing"
  }
} as const satisfies Readonly<Record<OwnRecord["id"], OwnRecord>>;
