export const danishCalendars = {
  calendarsPage: {
    title: "Kalenderadresser",
    lead: "Adresser, som kalenderprogrammer læser årshjulet fra. En adresse kan ikke vises igen, men den kan lukkes, og der kan laves en ny i stedet.",
    own: "Dine egne",
    ownNone: "Du har ingen kalenderadresser. De laves på årshjulet.",
    others: "Alle i dit område",
    othersLead:
      "Også dem, andre har fået, og dem, der er lavet på kommandolinjen. Luk en adresse, når den er kommet i forkerte hænder.",
    othersNone: "Der er ingen andre åbne kalenderadresser.",
    toWheel: "Gå til årshjulet",
    municipality: "Kommune",
    holds: "Indhold",
    language: "Sprog",
    owner: "Til",
    nobody: "en, der ikke var logget ind",
    made: "Lavet",
    close: "Luk",
    closeLabel: (what: string) => `Luk kalenderadressen: ${what}`,
    renew: "Ny i stedet",
    renewLabel: (what: string) => `Luk kalenderadressen, og lav en ny: ${what}`,
    saved: "Adressen er lukket. Kalenderprogrammer, der bruger den, får det at vide, næste gang de spørger.",
    gone: "Adressen var lukket i forvejen.",
    closed: "Denne kalenderadresse er lukket. Lav en ny på årshjulet, hvis du stadig skal bruge kalenderen.",
    mine: "Se og luk dine kalenderadresser"
  }
};
