export const danishCitizen = {
  citizen: {
    title: "Hvad gemmer vi om dig?",
    lead: "Her står, hvad kommunen gemmer her, hvad det bruges til, og hvornår det bliver slettet.",
    short: [
      "Kommunen vil vide, om børn har det godt, lærer noget og møder nok voksne. Derfor tæller vi. Vi ser på skoler, dagtilbud og hele kommunen. Vi ser ikke på dig.",
      "Vi gemmer ikke navne, adresser eller CPR-numre. I stedet står der en kode. Kun én lille del af systemet kan lave koden, og den del viser aldrig noget frem.",
      "Ingen kan slå dig op. Der findes ingen side, hvor en medarbejder kan se dine tal eller dit barns tal. Skal nogen tage rækker ud, skal to personer sige ja, og det bliver skrevet ned.",
      "Små tal bliver skjult. Så kan ingen regne sig frem til dig."
    ],
    perStandard: "Det gemmer vi",
    standards: {
      children:
        "Går dit barn i vuggestue eller børnehave, får vi at vide, hvor barnet går, om det er 0-2 eller 3-5 år, og hvor mange timer det er der. Vi får ikke at vide, hvem barnet er.",
      pupils:
        "Går dit barn i folkeskole, får vi at vide, hvilken skole og klasse barnet går i, og om det er en dreng eller en pige. Vi tæller, hvor mange børn der er i klassen.",
      absence:
        "Går dit barn i folkeskole, får vi at vide, hvor mange dage barnet var væk i et halvt år. Vi får ikke at vide, hvilke dage det var, eller hvad barnet fejlede.",
      wellbeing:
        "Elever svarer en gang om året på spørgsmål om at gå i skole. Svarene bruges kun til statistik. Det står i loven. Ingen lærer, leder eller forælder kan se, hvad et barn har svaret.",
      grades:
        "Har dit barn været til prøve i 9. klasse, får vi barnets karakterer. Vi regner et gennemsnit for skolen. Karakterer for en enkelt elev vises aldrig.",
      "language-assessments":
        "Er dit barn tre år og går i børnehave, får vi at vide, om barnet er sprogvurderet, og om det har brug for hjælp til sproget. Vi viser kun, hvor mange børn det gælder.",
      staffing:
        "Arbejder du i en skole, et dagtilbud eller et fritidstilbud, får vi at vide, hvilken stilling du har, og hvor mange timer du arbejder. Vi får ikke din løn at vide.",
      "staff-absence":
        "Arbejder du i en skole, et dagtilbud eller et fritidstilbud, får vi at vide, hvor mange dage du har været syg i et halvt år. Vi får ikke at vide, hvad du fejlede. Din leder kan ikke se det her.",
      "parent-survey":
        "Er du blevet spurgt, om du er glad for dit barns skole eller dagtilbud, får vi dit svar på en skala fra 1 til 5. Vi får ikke dit navn."
    },
    findings:
      "Vi gemmer også korte tekster om skoler og dagtilbud, fx fra et tilsyn. Der må ikke stå navne i dem, og teksten bliver set efter, før den kommer med.",
    written: (written: number, returned: number, closed: number) =>
      `Vi gemmer, hvad ledere og kommunen skriver i deres samtaler om en skole eller et dagtilbud. Det bliver slettet ${written} måneder efter det halve år, det handler om. Kommer en mail retur, gemmer vi adressen i ${returned} måneder. Den, der får datapakker sendt, gemmer vi navn og adresse på. De bliver slettet ${closed} måneder efter, at vi holder op med at sende.`,
    more: "Formål, hjemmel og sletning",
    facts: {
      purpose: "Formål",
      legalBasis: "Hjemmel",
      use: "Må bruges til",
      statisticsOnly: "kun statistik",
      kept: "Gemmes i",
      keptFor: (months: number) => `${months} måneder, efter at perioden er slut. Så bliver det slettet.`,
      from: "Kommer fra",
      fromText: "kommunens egne systemer. Der kan du få dine oplysninger rettet."
    },
    after: "Når oplysningerne er slettet",
    afterText:
      "Vi beholder tallene for skoler og dagtilbud, så man kan se udviklingen. De siger ikke noget om dig. For hver fil, der bliver slettet, gemmer vi en kvittering.",
    rights: "Dine rettigheder",
    rightsText: [
      "Du har ret til at se, hvad der er gemt om dig. Log ind med MitID, og se, om der står noget om dig, fra hvilke år, og om nogen har taget oplysninger ud. Siden viser ikke selve oplysningerne. Dem kan du bede kommunen om.",
      "Er noget forkert, så sig det til din skole, dit dagtilbud eller din kommune. De retter det i deres system, og så bliver det også rettet her.",
      "Du kan klage til Datatilsynet, hvis du mener, at kommunen bruger dine oplysninger forkert."
    ],
    signIn: "Log ind, og se dine egne oplysninger",
    seeOwn: "Se dine egne oplysninger",
    notHere: "Her kan man ikke logge ind som borger endnu. Skriv til kommunen, og bed om at se dine oplysninger.",
    own: {
      title: "Dine oplysninger",
      lead: "Hvad der er gemt om dig her, og hvem der har taget det ud.",
      noRows: "Vi viser ikke selve oplysningerne, kun at de er her. Siden kan ikke åbne dem, og det er med vilje.",
      demonstration:
        "Dette er en demonstration. De personer, der står i data, er opdigtede, så der er intet at finde om dig. Nedenfor kan du se, hvordan siden ser ud for en, der ikke er i data.",
      gone: "Der er gået for lang tid, siden du loggede ind. Log ind igen for at se dine oplysninger.",
      unavailable: "Tjenesten, der finder dine oplysninger, svarer ikke. Prøv igen om lidt.",
      again: "Log ind igen",
      heldTitle: "Det er gemt om dig",
      notHeldTitle: "Her står der intet om dig",
      nothing: "Der er ikke gemt noget om dig.",
      from: (municipality: string, date: string) => `leveret af ${municipality} ${date}`,
      fromUndated: (municipality: string) => `leveret af ${municipality}`,
      periods: "Perioder",
      delivered: "Kommer fra",
      used: "Indgår i",
      deletedBy: "Slettes senest",
      takenTitle: "Hvem har taget oplysninger ud?",
      takenLead:
        "Når nogen tager rækker ud af systemet, skal en anden godkende det først. Her står de gange, hvor dine oplysninger kan have været med. Vi siger ikke, hvem medarbejderen er.",
      takenNone: "Ingen har taget rækker ud, hvor du kan have været med.",
      taken: (date: string, standard: string, period: string, purpose: string) =>
        `${date}: ${standard}${period ? ` (${period})` : ""}. Formål: ${purpose}.`,
      purposes: {
        "self-service": "egne oplysninger",
        quality: "udvikling af kvalitet",
        supervision: "tilsyn",
        statistics: "statistik",
        validation: "kontrol af data",
        operations: "drift",
        audit: "revision"
      },
      runsTitle: "Hvornår er der regnet på oplysningerne?",
      runsLead: "Systemet har regnet på alle rækker på én gang disse dage. Ingen så på dig alene.",
      children: "Dit barns oplysninger",
      childrenText:
        "Siden kan ikke vise, hvad der er gemt om dit barn. Den ved ikke, hvem der er barnets forældre, og det må du ikke selv kunne skrive. Bed kommunen om det."
    }
  }
};
