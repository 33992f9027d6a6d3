/** What follows a finding, by kind of institution and assessment. */
export const followTexts = {
  all: {
    strength: [
      "Det går igen på de dage, vi har set.",
      "Det er et skridt frem siden sidste halvår.",
      "Erfaringen er værd at dele med andre steder i området.",
      "Det bærer, også på travle dage.",
      "Ledelsen følger det tæt og giver det tid på møderne.",
      "Det er et resultat af et målrettet arbejde gennem flere måneder.",
      "Både børn og voksne peger selv på det."
    ],
    attention: [
      "Personalet har selv fået øje på det og er begyndt at prøve sig frem.",
      "Det bør være et punkt i næste samtale.",
      "Det er ikke nyt, men det fylder mere end sidste halvår.",
      "Der er brug for en fælles aftale om, hvem der gør hvad.",
      "Det gælder ikke alle dage, men ofte nok til at det mærkes.",
      "En mindre ændring i dagens tilrettelæggelse kunne gøre forskel.",
      "Vi foreslår at prøve en løsning af i seks uger og se på den igen."
    ]
  },
  daycare: {
    strength: [
      "De nye medarbejdere er kommet hurtigt ind i arbejdsformen.",
      "Det ses på begge aldersgrupper.",
      "Det hænger godt sammen med den styrkede læreplan."
    ],
    attention: [
      "Det ses mest hos de yngste.",
      "Faglig vejleder tilbyder at være med på stuen i en periode.",
      "Forældrebestyrelsen er orienteret."
    ]
  },
  school: {
    strength: [
      "Det ses tydeligst på mellemtrinnet.",
      "Elevrådet nævner det som noget, skolen skal holde fast i.",
      "Teamene beskriver, at det sparer tid i det daglige."
    ],
    attention: [
      "Det ses især i udskolingen.",
      "Ledelsen vil tage det op med teamene efter ferien.",
      "Elevrådet har bedt om at være med til at finde en løsning."
    ]
  },
  leisure: {
    strength: [
      "Fremmødet understøtter det.",
      "De unge vil gerne selv fortælle om det.",
      "Skolen har lagt mærke til det."
    ],
    attention: [
      "De unge har selv forslag til, hvad der kan gøres.",
      "Det bør ses sammen med skolens plan.",
      "Der er aftalt et møde med forældrerådet."
    ]
  }
} as const;

/** Quotes without names, by source and assessment. */
export const quoteTexts = {
  "child-interview": {
    strength: [
      "De voksne kan godt lide at lege med os.",
      "Jeg har mange at lege med, og hvis jeg ikke har, så spørger jeg bare.",
      "Vi må selv bestemme, hvad vi vil lave, når vi har spist.",
      "Det bedste er, når vi er på tur i skoven hele dagen.",
      "Når jeg er ked af det, kommer der altid en voksen."
    ],
    attention: [
      "Nogle gange larmer det så meget, at jeg går ud i garderoben.",
      "Det er tit de andre, der bestemmer, hvad vi skal lege.",
      "Jeg venter på, at de voksne får tid.",
      "Det er kedeligt, når vi skal stå i kø."
    ]
  },
  "pupil-council": {
    strength: [
      "Man kan mærke, at lærerne gerne vil høre, hvad vi synes.",
      "Vi fik lov til at lave om på pauserne, og det virker.",
      "Det er blevet nemmere at koncentrere sig i timerne.",
      "Vi ved, hvad vi skal øve os på, fordi vi får det at vide undervejs."
    ],
    attention: [
      "Der er nogle, der aldrig bliver valgt til noget.",
      "Vi vil gerne vide, hvad der sker med vores forslag.",
      "Det er svært at følge med, når der er så mange vikarer.",
      "Telefonerne larmer mest, når der ikke er en voksen."
    ]
  },
  "parent-board": {
    strength: [
      "Vi bliver taget med på råd, før tingene er besluttet.",
      "Mit barn glæder sig til at komme herhen.",
      "Vi ved, hvem vi skal gå til, og vi får svar.",
      "Overgangen var forberedt, og det gav ro derhjemme."
    ],
    attention: [
      "Vi vil gerne høre mere om hverdagen og ikke kun om arrangementer.",
      "Udskiftningen blandt de voksne gør os urolige.",
      "Det er svært at se, hvad der følger efter en vurdering.",
      "Beskederne kommer for sent til, at vi kan nå at planlægge."
    ]
  },
  staff: {
    strength: [
      "Vi har fået et fælles sprog for det, vi gør.",
      "Det er første gang, vi har haft tid til at se på hinandens praksis.",
      "Børnene kan mærke, at vi er enige.",
      "Vi er blevet bedre til at dele opgaverne efter, hvem der kan hvad."
    ],
    attention: [
      "Vi når det vigtigste, men sjældent det, vi havde planlagt.",
      "Det hele hviler på få personer.",
      "Vi mangler et sted at gå hen med de svære sager.",
      "Vi vil gerne have tid til at følge op sammen."
    ]
  }
} as const;
