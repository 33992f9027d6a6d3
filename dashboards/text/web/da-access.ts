export const danishAccess = {
  access: {
    signIn: "Log ind",
    signOut: "Log ud",
    account: "Min konto",
    foreign: "Formularen kom fra et andet sted end denne side. Åbn siden igen, og prøv en gang til.",
    refused: "Det har du ikke adgang til",
    refusals: {
      "sign-in": "Log ind for at komme videre.",
      role: "Din rolle giver ikke adgang til dette.",
      administrator: "En administrator passer brugere og drift og ser ingen data. Log ind som en anden for at se dem.",
      "second-factor": "Din rolle kræver to trin, når du logger ind. Log ud, og log ind igen med en kode.",
      scope: "Det ligger uden for de enheder eller den kommune, som du har adgang til.",
      purpose: "Vælg først på »Min konto«, hvilket formål du ser data til.",
      "data-purpose": "Disse data er ikke indsamlet til det formål, du ser data til, og må ikke bruges til det.",
      alone: "Det skal en anden gøre end den, der alene har lavet det."
    },
    roles: {
      citizen: "Borger",
      politician: "Politiker",
      leader: "Leder",
      "area-chief": "Områdechef",
      "administration-chief": "Forvaltningschef",
      analyst: "Analytiker",
      steward: "Dataansvarlig",
      administrator: "Administrator",
      auditor: "Revisor"
    },
    roleTexts: {
      citizen: "ser de offentlige tal og sine egne sager",
      politician: "ser de offentlige tal, nøjagtig som alle andre",
      leader: "ser sin egen institution og forbereder samtalen om den",
      "area-chief": "ser sit områdes institutioner og godkender deres pakker",
      "administration-chief": "ser kommunens institutioner og godkender frigivelser",
      analyst: "arbejder med tal og definitioner",
      steward: "modtager og kontrollerer leverancer og fejlmeldinger",
      administrator: "passer brugere og drift og ser ingen data",
      auditor: "læser loggen over, hvem der har set hvad"
    },
    purposes: {
      "self-service": "Egen sag",
      quality: "Kvalitet og læringssamtaler",
      supervision: "Tilsyn",
      statistics: "Statistik",
      validation: "Kontrol af leverancer",
      operations: "Drift",
      audit: "Revision"
    },
    everywhere: "alle kommuner",
    self: "sig selv",
    scoped: (role: string, place: string) => `${role}: ${place}`
  },
  signInPage: {
    title: "Log ind",
    lead: "De frigivne tal kan alle se uden at logge ind. Log ind for at arbejde med din egen institution, leverancer eller drift.",
    asked: "Siden, du ville se, kræver, at du logger ind.",
    name: "Brugernavn",
    passphrase: "Adgangssætning",
    submit: "Log ind",
    local: "Med brugernavn og adgangssætning",
    wrong: "Brugernavn eller adgangssætning er forkert.",
    wait: (time: string) => `Der er prøvet for mange gange herfra. Prøv igen ${time}.`,
    notHere:
      "Her kan man ikke logge ind: siden er åbnet uden kryptering fra en anden maskine. Den, der driver anlægget, skal sætte PUBLIC_URL.",
    demonstration: "Prøv som en anden",
    demonstrationLead:
      "Dette er en demonstration på din egen maskine med opdigtede data. Vælg en rolle, og se anlægget med dens øjne. Ved rigtige data findes disse indgange ikke.",
    setUp: "Første gang?",
    setUpText: "Har du fået en kode til at komme i gang eller til at vælge en ny adgangssætning?",
    setUpLink: "Brug koden",
    staff: "Log ind som medarbejder",
    citizen: "Log ind med MitID",
    providers: "Med dit sædvanlige login",
    signedOut: "Du er logget ud.",
    signOutThere: "Log også ud hos den, du loggede ind hos",
    problems: {
      provider: "Login lykkedes ikke. Prøv igen. Bliver det ved, så giv jeres administrator klokkeslættet.",
      acr: "Dit login har ikke den sikkerhed, der kræves her.",
      "too-many": "Dit login har så mange roller, at de ikke kan bruges. Tal med jeres administrator.",
      together: "Dit login har roller, som én person ikke må have på samme tid. Tal med jeres administrator.",
      "no-roles": "Dit login giver ingen rolle her. Tal med jeres administrator.",
      blocked: "Din konto er spærret. Tal med jeres administrator.",
      citizen:
        "Borgere kan ikke logge ind lige nu: den tjeneste, der finder ens egne oplysninger uden at gemme CPR-nummeret, svarer ikke. De offentlige tal kan ses uden login.",
      unknown: "Der er ingen oplysninger om dig her."
    }
  },
  secondFactor: {
    title: "Skriv koden",
    lead: "Åbn din godkendelsesapp, og skriv de seks cifre, den viser for Aarshjul.",
    code: "Kode",
    codeHint: "Seks cifre. Har du ikke telefonen, så skriv en af dine gendannelseskoder.",
    submit: "Fortsæt",
    wrong: "Koden er forkert eller brugt. Vent på den næste, og prøv igen.",
    wait: (time: string) => `Der er prøvet for mange koder. Prøv igen ${time}.`,
    enrol: "Slå to trin til",
    enrolLead:
      "Fra nu af kræver dit login også en kode fra din telefon. Så kan ingen bruge din konto, selv om de kender din adgangssætning.",
    enrolForced: "Din rolle kræver det.",
    steps: {
      app: "Åbn en godkendelsesapp på din telefon, fx Microsoft Authenticator eller 2FAS.",
      scan: "Skan billedet, eller skriv nøglen i appen.",
      write: "Skriv de seks cifre, som appen viser."
    },
    secret: "Nøgle",
    picture: "Billede til skanning med nøglen i",
    expired: "Siden har stået åben for længe. Her er en ny nøgle: skan igen.",
    recovery: "Dine gendannelseskoder",
    recoveryLead: "Gem koderne et sikkert sted. Hver kode kan bruges én gang i stedet for telefonen. De vises kun nu.",
    recoveryDone: "Jeg har gemt dem",
    on: "To trin er slået til."
  },
  invitation: {
    title: "Brug din kode",
    lead: "Koden virker én gang. Den står i den besked, du har fået, eller i vinduet, hvor anlægget blev startet.",
    code: "Kode",
    submit: "Fortsæt",
    wrong: "Koden findes ikke, er brugt eller er for gammel. Bed om en ny.",
    wait: (time: string) => `Der er prøvet for mange koder herfra. Prøv igen ${time}.`,
    choose: "Vælg din adgangssætning",
    first: "Bliv den første administrator",
    firstLead: "Administratoren opretter brugere og giver dem roller, men ser ingen data.",
    shown: "Dit navn",
    name: "Brugernavn",
    nameHint: "Det, du logger ind med. Bogstaver, tal, punktum og bindestreg.",
    passphrase: "Adgangssætning",
    passphraseHint: "Mindst 15 tegn. Fire tilfældige ord er godt. Du må gerne indsætte den fra en adgangskodeboks.",
    repeat: "Adgangssætningen igen",
    save: "Gem, og log ind",
    problems: {
      short: "Adgangssætningen er for kort: der skal være mindst 15 tegn.",
      long: "Adgangssætningen er for lang: der må højst være 200 tegn.",
      guessable: "Adgangssætningen er for let at gætte. Vælg nogle ord, der ikke hører sammen.",
      different: "De to adgangssætninger er ikke ens.",
      name: "Brugernavnet skal være 2–60 bogstaver, tal, punktummer eller bindestreger.",
      shown: "Skriv dit navn.",
      taken: "Brugernavnet er taget. Vælg et andet.",
      same: "Det er den adgangssætning, du har."
    }
  },
  trialPage: {
    title: "Prøv et login",
    lead: "Indsæt de oplysninger (claims), som udbyderen sender, og se, hvad et sådant login ville give. Intet gemmes, og ingen logges ind.",
    none: "Der er ikke sat en udbyder op for medarbejdere. Det gøres i filen identity.json i datamappen.",
    claims: "Oplysninger som JSON",
    claimsHint: "Brug opdigtede personer. Kun det, som indstillingerne nævner, bliver læst.",
    submit: "Prøv",
    notJson: "Det er ikke et JSON-objekt.",
    result: "Sådan ville det gå",
    accepted: "Personen ville være logget ind.",
    rejected: "Personen ville ikke blive logget ind.",
    rights: "Roller",
    factor: "Tæller som to trin",
    yes: "ja",
    no: "nej",
    notes: {
      "unknown-role": (text: string) => `Rollen »${text}« står ikke i role_map.`,
      "no-scope": (text: string) => `Rollen ${text} har ikke noget område, der kan bruges.`,
      "wrong-form": (text: string) => `»${text}« har ikke den form, som indstillingerne siger.`
    }
  }
} as const;
