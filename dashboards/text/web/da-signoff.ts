import {many} from "./many.ts";

export const danishSignoff = {
  signoff: {
    title: "Godkendelse",
    lead: "Ingen pakke forlader huset, før nogen har set den igennem, og en anden end den, der alene har lavet den, har godkendt den.",
    apply: "Vis",
    toExplain: "Rettelser uden begrundelse",
    toExplainLead:
      "De erstatter pakker, der er udsendt, og kan ses igennem, når der står, hvad der er rettet og hvorfor. Samme begrundelse kan skrives til mange på én gang; den kan ændres på den enkelte pakkes side bagefter.",
    toExplainNotYours: "Begrundelsen skrives af den, der må godkende pakkerne.",
    chooseAll: "Vælg alle, der vises",
    chooseNone: "Vælg ingen",
    reasonsShow: "Se, hvad der bliver gemt",
    reasonsTitle: (count: number) => `Begrundelse til ${many(count, "rettelse", "rettelser")}`,
    reasonsLead: "Intet er gemt endnu. Sådan kommer begrundelsen til at stå på den første side af hver af pakkerne.",
    reasonsOwn: "Her følger den enkelte pakkes egne tal, før og nu. Dem har begrundelsen ingen indflydelse på.",
    reasonsWhich: "Pakker, der får begrundelsen",
    reasonsReplaces: "Erstatter",
    reasonsAfter:
      "Pakkerne trykkes igen inden for nogle minutter og skal derefter ses igennem. Hver får sin egen linje i historikken.",
    reasonsSave: (count: number) => `Gem ved ${many(count, "pakke", "pakker")}, og tryk igen`,
    reasonsBack: "Ret teksten eller valget",
    reasonsLeft: (count: number) =>
      count === 1
        ? "1 af de valgte pakker er ændret af andre imens, eller er ikke din at begrunde, og er ikke rørt."
        : `${count} af de valgte pakker er ændret af andre imens, eller er ikke dine at begrunde, og er ikke rørt.`,
    noneLacking: "Ingen af de valgte pakker mangler begrundelse længere: andre har ændret dem imens. Intet er gemt.",
    filesMissing: "Filer mangler",
    missingHere: "Pakkens filer er slettet. Åbn pakken for at se, hvordan de bygges igen.",
    missing: (command: string) =>
      `Pakkens filer mangler: de er slettet fra mappen med pakker. Den, der driver maskinen, bygger dem igen med »${command}«. Indtil da kan pakken ikke ses igennem eller godkendes. Siger tallene noget andet i dag, bliver det en ny udgivelse.`,
    missingForGood:
      "Pakkens filer mangler: de er slettet fra mappen med pakker. De bygges ikke igen, for pakken er trukket tilbage eller erstattet af en nyere, og den kan ikke godkendes.",
    missingMany: (names: string) =>
      `Filerne mangler til disse pakker, så intet er gemt: ${names}. Den, der driver maskinen, bygger dem igen med »npx aarshjul packages«; indtil da kan de ikke ses igennem eller godkendes. Tryk igen for at fortsætte med de andre.`,
    toSee: "Skal ses igennem",
    toSign: "Set igennem, venter på godkendelse",
    embargoed: "Godkendt, udsendes senere",
    toSeeNone: "Ingen pakker venter på at blive set igennem.",
    toSignNone: "Ingen pakker venter på godkendelse.",
    count: (count: number) => many(count, "pakke", "pakker"),
    shown: (shown: number, count: number) =>
      `De første ${shown} af ${count} vises. Vælg en kommune, en periode eller en udgave.`,
    choose: "Vælg",
    chooseOne: (unit: string, edition: string) => `Vælg ${unit}, ${edition}`,
    unit: "Enhed",
    edition: "Udgave",
    period: "Periode",
    number: "Nr.",
    built: "Bygget",
    out: "Udsendes",
    correction: "Rettelse",
    sent: "Sendt tilbage",
    printing: "Trykkes igen",
    notYours: "Kan ikke godkendes af dig",
    markSeen: "Markér de valgte som set igennem",
    signChosen: "Godkend de valgte",
    signLead: "De valgte pakker udsendes samtidig. Bemærkningen står ved hver af dem.",
    commentHint: "Skriv ikke navne eller personnumre.",
    commentOptional: "Bemærkning (kan udelades)",
    day: "Udsendes den",
    time: "klokken",
    see: "Se pakken, som den bliver",
    seeOut: "Pakken",
    seeWeb: "Læs webudgaven",
    seePdf: "Åbn PDF’en",
    seeLead: "Kun de, der må se pakken før udsendelsen, kan åbne den her. Hvert opslag står i loggen.",
    pageLink: "Til pakkens side",
    embargo: (moment: string) => `Udsendes ${moment}. Indtil da kan den kun ses her.`,
    isOut: (moment: string) => `Udsendt ${moment}.`,
    replacedBy: "Der er bygget en nyere udgivelse af pakken.",
    toNewer: "Gå til den nye",
    replaces: (issue: string) => `Erstatter ${issue}, som er udsendt.`,
    history: "Historik",
    historyNone: "Ingen har gjort noget med pakken endnu.",
    at: "Hvornår",
    what: "Hvad",
    who: "Hvem",
    said: "Bemærkning",
    explain: "Skriv, hvad der er rettet, og hvorfor",
    explainLead:
      "Teksten trykkes på rettelsens første side sammen med de tal, der er ændret, og sendes til alle, der fik den gamle.",
    explainAgain: "Begrundelsen",
    explainPrinted: "Den står i pakken. Ændrer du den, trykkes pakken igen og skal ses igennem igen.",
    explainWaiting: "Pakken trykkes igen med begrundelsen inden for et minut. Derefter kan den ses igennem.",
    explainButton: "Gem, og tryk pakken igen",
    preview: "Set igennem",
    previewLead: "Skriv, at du har set pakken igennem. Godkendelsen kommer bagefter.",
    previewButton: "Jeg har set den igennem",
    sign: "Godkend",
    signOneLead:
      "Pakken udsendes på det valgte tidspunkt, dansk tid. Derefter kan alle læse den, og den sendes til modtagerne.",
    signButton: "Godkend pakken",
    return: "Send tilbage",
    returnLead: "Pakken udsendes ikke. Skriv, hvad der skal laves om.",
    returnButton: "Send tilbage",
    move: "Flyt udsendelsen",
    moveButton: "Flyt",
    withdraw: "Træk tilbage",
    withdrawLead:
      "Pakken forsvinder fra siden og sendes ikke til flere. Det, der er sendt, kan ikke kaldes hjem; skriv hvorfor.",
    withdrawButton: "Træk pakken tilbage",
    reason: "Grund",
    whyNot: {
      "sign-in": "Du er ikke logget ind.",
      role: "Din rolle kan ikke godkende pakker.",
      administrator: "En administrator ser ingen data og kan ikke godkende dem.",
      "second-factor": "Log ind med to trin for at godkende.",
      scope: "Pakken ligger uden for dit område.",
      purpose: "Vælg et formål på »Min konto«, før du godkender.",
      "data-purpose": "Data må ikke bruges til det formål, du har valgt.",
      alone: "Du er den eneste, der har skrevet i denne pakke. En anden skal godkende den."
    },
    done: {
      explain: "Begrundelsen er gemt, og pakken trykkes igen.",
      preview: "Det er noteret, at pakken er set igennem.",
      sign: "Pakken er godkendt.",
      return: "Pakken er sendt tilbage.",
      move: "Udsendelsen er flyttet.",
      withdraw: "Pakken er trukket tilbage."
    },
    doneMany: {
      explain: (count: number) =>
        count === 1
          ? "Begrundelsen er gemt ved 1 pakke, som trykkes igen. Derefter kan den ses igennem."
          : `Begrundelsen er gemt ved ${count} pakker, som trykkes igen. Derefter kan de ses igennem.`,
      preview: (count: number) => `${many(count, "pakke er", "pakker er")} noteret som set igennem.`,
      sign: (count: number) => `${many(count, "pakke er", "pakker er")} godkendt.`
    },
    problem: "Det kunne ikke gøres",
    changed: "Pakken er ændret, siden du åbnede siden. Se den igennem igen.",
    none: "Vælg mindst én pakke.",
    person: "Der står et personnummer i teksten. Fjern det.",
    short: "Skriv mindst fem tegn.",
    long: "Skriv højst 1.000 tegn.",
    moment: "Skriv en dag og et klokkeslæt.",
    refused: "Skridtet kan ikke tages nu."
  }
};
