import {many} from "./many.ts";

/** One recipient: the form, what it gets next, and its history. */
export const danishRecipient = {
  recipientProblems: {
    "no-name": "Skriv, hvem modtageren er.",
    "long-name": (longest: number) => `Navnet er for langt; skriv højst ${longest} tegn.`,
    "no-address": "Skriv adressen.",
    "not-mail": (address: string) => `Det er ikke en mailadresse: ${address}.`,
    "no-domains":
      "Der er endnu ingen domæner, der må sendes mail til. Den, der driver systemet, skriver dem under domains i reference/delivery.json.",
    domain: (domain: string, allowed: string) =>
      `Der må ikke sendes til ${domain}, kun til ${allowed}. Den, der driver systemet, kan tilføje et domæne under domains i reference/delivery.json.`,
    "folder-name": (address: string) => `Mappens navn kan ikke bruges: ${address}.`,
    "webhook-form": (address: string) =>
      `Webhookens adresse skal begynde med https:// og må ikke rumme navn eller kode: ${address}.`,
    "webhook-host": (host: string) =>
      `Der må ikke sendes til ${host}: værten står ikke under webhook › hosts i reference/delivery.json.`,
    "no-scope": "Vælg, hvilken enhed modtageren hører til.",
    unit: (unit: string) => `Der findes ingen enhed med navnet ${unit}.`,
    outside: (unit: string, outer: string) => `Enheden ${unit} hører ikke under ${outer}.`,
    wide: (unit: string) => `Vælg en kommune eller noget i den; ${unit} er mere end én kommune.`,
    "no-edition": "Vælg mindst én udgave.",
    edition: (edition: string) => `Der findes ingen udgave med navnet ${edition}.`,
    nowhere: (edition: string, unit: string) =>
      `Udgaven »${edition}« laves ikke for ${unit} eller noget under den; vælg en anden udgave eller en anden enhed.`,
    duplicate: (name: string, edition: string, scope: string) =>
      `Adressen får allerede udgaven »${edition}« for ${scope} som modtageren »${name}«. Ret den i stedet, så pakkerne ikke kommer to gange.`
  },
  recipientForm: {
    title: "Ny modtager",
    editTitle: (name: string) => `Ret ${name}`,
    lead: "En modtager får datapakkerne som mail, når de er godkendt og udsendt. Du ser, hvad modtageren får, før du gemmer.",
    wrong: "Noget skal rettes",
    who: "Hvem",
    name: "Navn",
    nameHint: "Står i mailen, fx »Skolebestyrelsen« eller lederens navn.",
    address: "Mailadresse",
    addressHint: (domains: string) => `Der kan sendes til ${domains}.`,
    kind: "Slags",
    kinds: {person: "en person", group: "en gruppe", committee: "et udvalg", role: "en funktion, fx leder"},
    what: "Hvad",
    scope: "Enhed",
    scopeHint: "Modtageren får kun pakker om denne enhed og dem under den.",
    choose: "Vælg …",
    which: "Hvilke pakker",
    units: {all: "Enheden og alle under den", own: "Kun enheden selv", kept: (names: string) => `Som nu: ${names}`},
    editions: "Udgaver",
    language: "Sprog",
    form: "Hvordan",
    forms: {attached: "PDF'en vedhæftet", link: "kun et link"},
    chooseMunicipality: "Hvilken kommune hører modtageren til?",
    onward: "Videre",
    noUnits: "Der er ingen enheder, du kan tilføje modtagere for.",
    look: "Se, hvad modtageren får",
    lookAgain: "Se igen efter en rettelse",
    save: "Gem modtageren",
    saveEdit: "Gem ændringen",
    cancel: "Fortryd",
    changedSinceLook:
      "Du har ændret noget, siden du så, hvad modtageren får. Her er det nye; gem, hvis det er rigtigt.",
    stale: (who: string, at: string) =>
      `${who} ændrede modtageren ${at}, mens du skrev. Intet er overskrevet. Det, du skrev, står stadig i felterne; gem det, hvis det stadig skal gælde.`,
    staleField: "Felt",
    staleNow: "Gemt nu",
    staleYours: "Dit",
    fromHistory: (at: string) => `Felterne er fyldt ud, som modtageren var ${at}. Intet er ændret, før du gemmer.`
  },
  recipientPage: {
    next: "Det næste",
    nextLook: "Det får modtageren",
    lookNote: "Intet er gemt endnu.",
    ready: (count: number) =>
      `Ved næste kørsel: ${many(count, "pakke", "pakker")}, der er udsendt inden for de seneste 60 dage: `,
    embargo: (count: number, at: string) =>
      `${many(count, "pakke er godkendt og sendes", "pakker er godkendt og sendes fra")} ${at}: `,
    noneReady: "Der ligger ingen udsendte pakker, der sendes med det samme.",
    comingLead: "Ifølge årshjulet ventes disse; de sendes, når de er godkendt:",
    coming: (title: string, units: string, from: string, to: string) => `${title}: ${units}, ${from} – ${to}`,
    onDay: (title: string, units: string, at: string) => `${title}: ${units}, ${at}`,
    packages: (count: number) => many(count, "pakke", "pakker"),
    noneComing: (edition: string) => `${edition}: årshjulet har ingen på vej.`,
    closedNext: "Modtageren er lukket og får ikke mere, før den åbnes igen.",
    noMailServer: "Der er ikke sat en mailserver op, så mails venter, til den er der.",
    stopped: "Der er lukket for adressen, fordi mail kom tilbage. Pakkerne venter, til der åbnes for den på listen.",
    facts: "Modtageren",
    municipality: "Kommune",
    got: "Det, modtageren har fået",
    gotNone: "Der er ikke sendt noget endnu.",
    gotMore: (count: number) => `De ${count} nyeste er vist.`,
    state: "Status",
    states: {
      sending: "sendes",
      "handed-over": "sendes",
      delivered: "leveret",
      uncertain: "uvist",
      bounced: "kom tilbage",
      refused: "afvist"
    },
    edit: "Ret modtageren",
    close: "Luk modtageren",
    closeLead: "En lukket modtager får ikke mere. Det sendte og historikken bliver stående, og du kan åbne igen.",
    open: "Åbn modtageren igen",
    openLead: "Modtageren får så igen pakker, også dem, der er udsendt inden for de seneste 60 dage og ikke er sendt.",
    elsewhere:
      "Modtagere i mapper og webhooks rummer stier og hemmeligheder. De tilføjes og lukkes på serveren (»aarshjul recipients«).",
    history: "Historik",
    who: "Hvem",
    happened: "Hvad",
    commandLine: "på serveren",
    steps: {created: "tilføjet", changed: "gemt igen uden ændringer", closed: "lukket", opened: "åbnet igen"},
    became: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    again: "Brug igen",
    againLabel: (at: string) => `Brug igen, som modtageren var ${at}`,
    saved: {
      created: "Modtageren er tilføjet.",
      changed: "Ændringen er gemt.",
      closed: "Modtageren er lukket.",
      opened: "Modtageren er åben igen."
    },
    moved: "Nogen har ændret modtageren, siden du åbnede siden. Intet er gjort; se historikken, og gør det igen."
  }
};
