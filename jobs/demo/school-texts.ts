import type {ThemeTexts} from "./finding-texts.ts";

export const schoolTexts: readonly ThemeTexts[] = [
  {
    theme: "relations",
    quality: "process",
    strength: [
      "Eleverne fortæller, at der næsten altid er en voksen, de kan gå til.",
      "Venskabsklasserne fungerer, og de store elever tager ansvar for de små i pauserne.",
      "Lærerne kender elevernes interesser og bruger dem, når de begynder en time."
    ],
    attention: [
      "På mellemtrinnet er der grupper, som holder sig for sig selv, og nogle elever er alene i pauserne.",
      "Konflikter fra sociale medier fylder i timerne, uden at klasserne har en fast måde at tage dem op på.",
      "Eleverne oplever forskel på, hvordan de voksne griber ind over for drilleri."
    ]
  },
  {
    theme: "teaching",
    quality: "process",
    strength: [
      "Målet med timen er tydeligt, og eleverne kan fortælle, hvad de er ved at lære.",
      "Eleverne får feedback undervejs og retter selv til, før opgaven bliver afleveret.",
      "Undervisningen veksler mellem fælles gennemgang, arbejde i par og praktiske opgaver."
    ],
    attention: [
      "De hurtigste elever venter ofte, mens opgaven bliver forklaret igen.",
      "Feedback gives mest som karakterer, og eleverne er i tvivl om næste skridt.",
      "Der er meget individuelt arbejde ved skærm og få fælles faglige samtaler."
    ]
  },
  {
    theme: "calm",
    quality: "process",
    strength: [
      "Timerne begynder på samme måde i alle fag, og arbejdsroen indfinder sig hurtigt.",
      "Klasserne har selv været med til at lave aftaler om ro, og eleverne henviser til dem.",
      "Skift mellem lokaler foregår uden spildtid."
    ],
    attention: [
      "Der går tit ti minutter, før undervisningen er i gang efter et frikvarter.",
      "Uro i enkelte klasser følger timer med vikar.",
      "Mobiltelefoner afbryder, selv om skolen har regler for dem."
    ]
  },
  {
    theme: "inclusion",
    quality: "result",
    strength: [
      "To voksne i udvalgte timer gør det muligt at hjælpe i klassen frem for uden for den.",
      "Elever med støtte er med i fællesskabet og nævner selv kammerater, de arbejder godt sammen med.",
      "Faste skemaer og visuelle oversigter hjælper mange flere elever end dem, de blev lavet til."
    ],
    attention: [
      "Elever, der får støtte uden for klassen, har svært ved at følge med, når de kommer tilbage.",
      "Indsatserne er mange, men der er få aftaler om, hvornår de skal vurderes.",
      "Lærerne efterspørger sparring, før en situation er gået i hårdknude."
    ]
  },
  {
    theme: "participation",
    quality: "process",
    strength: [
      "Elevrådet får svar på sine forslag, og flere er blevet til noget i dette halvår.",
      "Eleverne er med til at vælge emner og produkter i de tværfaglige forløb.",
      "Klassens time bruges til beslutninger, som eleverne selv følger op på."
    ],
    attention: [
      "Eleverne oplever, at de bliver spurgt, men sjældent hører, hvad der kom ud af det.",
      "Medbestemmelse handler mest om pauser og turer og sjældnere om undervisningen.",
      "De yngste klasser er ikke repræsenteret i elevrådet."
    ]
  },
  {
    theme: "language",
    quality: "result",
    strength: [
      "Faglige ord hænger synligt i lokalerne, og eleverne bruger dem, når de forklarer.",
      "Læsebånd hver morgen har gjort det almindeligt at anbefale bøger til hinanden.",
      "Tosprogede elever får ordforråd på forhånd og deltager mere i klassesamtalen."
    ],
    attention: [
      "Mange elever svarer med enkelte ord i klassesamtalen, og der bliver sjældent spurgt videre.",
      "Skriveopgaver i fagene uden for dansk har ikke en fælles form.",
      "Læsevejlederens råd bliver brugt på indskolingen, men mindre på de øvrige trin."
    ]
  },
  {
    theme: "parents",
    quality: "process",
    strength: [
      "Skole-hjem-samtalerne tager udgangspunkt i elevens egne mål, og forældrene ved, hvad de kan gøre hjemme.",
      "Fremmødet til arrangementer er steget, efter at klasserne selv er værter.",
      "Skolen ringer også hjem med gode nyheder, og det bliver lagt mærke til."
    ],
    attention: [
      "Forældre til elever med meget fravær får mange breve, men få samtaler.",
      "Informationen ligger flere steder, og nogle familier mister overblikket.",
      "Nye forældre savner at få at vide, hvad skolen forventer af dem."
    ]
  },
  {
    theme: "transitions",
    quality: "result",
    strength: [
      "Børnehaveklassen møder kendte voksne fra dagtilbuddet i de første uger.",
      "Udskolingen samarbejder med ungdomsuddannelserne om praktik, og eleverne kan sætte ord på deres valg.",
      "Skiftet mellem trin er forberedt med besøg og fælles forløb."
    ],
    attention: [
      "Skiftet til 7. klasse giver nye lærere i næsten alle fag på én gang.",
      "Overlevering mellem team sker skriftligt, og vigtige erfaringer går tabt.",
      "Elever, der kommer til midt i et skoleår, har ingen fast modtagelse."
    ]
  },
  {
    theme: "frames",
    quality: "structure",
    strength: [
      "Skemaet samler timerne i længere blokke, så der er tid til fordybelse.",
      "Fællesarealerne er indrettet til arbejde i små grupper og bliver brugt hele dagen.",
      "Der er fast vikardækning af lærere, som eleverne kender."
    ],
    attention: [
      "Lokalerne er trange til de største klasser, og luften bliver tung hen på formiddagen.",
      "Mange lærere dækker fag uden for deres linjefag i dette halvår.",
      "Teamene har svært ved at finde fælles tid til forberedelse."
    ]
  },
  {
    theme: "play",
    quality: "process",
    strength: [
      "Bevægelse og leg er en fast del af dagen i indskolingen og bliver brugt i det faglige arbejde.",
      "Pauserne har aktiviteter, som eleverne selv står for.",
      "Skolegården har fået zoner, så der er plads til både boldspil og stille lege."
    ],
    attention: [
      "Boldbanerne bruges af de samme elever, og andre giver op på at være med.",
      "Bevægelse i timerne falder væk, når der er travlt.",
      "De ældste elever mangler steder at være i pauserne."
    ]
  }
];
