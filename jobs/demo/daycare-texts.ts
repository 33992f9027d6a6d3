import type {ThemeTexts} from "./finding-texts.ts";

export const daycareTexts: readonly ThemeTexts[] = [
  {
    theme: "relations",
    quality: "process",
    strength: [
      "De voksne sidder på gulvet og følger børnenes initiativer, og børn, der er kede af det, bliver trøstet med det samme.",
      "Børnene søger hinanden på tværs af stuerne, og de voksne hjælper dem, der står udenfor, ind i legen.",
      "Modtagelsen om morgenen er varm og personlig; hvert barn bliver hilst på og fulgt i gang."
    ],
    attention: [
      "I ydertimerne når de voksne ikke rundt til alle, og enkelte børn går længe alene.",
      "Konflikter bliver ofte løst af de voksne, før børnene selv har prøvet at finde en løsning.",
      "De stille børn får færre henvendelser end de udadvendte, især når der er mange børn på stuen."
    ]
  },
  {
    theme: "language",
    quality: "result",
    strength: [
      "De voksne sætter ord på det, børnene er optaget af, og giver dem tid til at svare.",
      "Dialogisk læsning i små grupper er blevet en fast del af ugen, og børnene genfortæller historierne i legen.",
      "Børn med flere sprog bruger dem begge, og personalet viser interesse for ordene hjemmefra."
    ],
    attention: [
      "Ved måltiderne handler samtalen mest om praktiske ting, og der er sjældent lange samtaler.",
      "Sprogvurderingerne bliver fulgt op forskelligt fra stue til stue.",
      "Baggrundsstøjen på fællesarealet gør det svært for de yngste at høre og blive hørt."
    ]
  },
  {
    theme: "play",
    quality: "process",
    strength: [
      "Legen får lov at vare længe, og de voksne rykker gøremål, når en leg er godt i gang.",
      "Rummene er delt op i små miljøer, så flere lege kan foregå side om side.",
      "Legepladsen bruges hele året, og de voksne leger med uden at overtage."
    ],
    attention: [
      "Legen bliver ofte afbrudt af skift i dagens program.",
      "Der er få materialer i børnehøjde, og børnene må bede om hjælp for at komme i gang.",
      "De samme børn bestemmer i rollelegene, og de voksne ser det ikke altid."
    ]
  },
  {
    theme: "participation",
    quality: "process",
    strength: [
      "Børnene er med til at dække bord, hælde op og vælge sange, og de er stolte af deres opgaver.",
      "Børnene stemmer om ugens tur, og de voksne fortæller, hvad der blev af de andre forslag.",
      "De ældste børn har tegnet deres yndlingssteder, og tegningerne er brugt til at indrette legepladsen."
    ],
    attention: [
      "Mange daglige valg er truffet på forhånd, selv om børnene kunne have været med.",
      "Samlingerne er lange for de yngste, som mest er tilhørere.",
      "Børnenes forslag bliver samlet ind, men det er ikke tydeligt for dem, hvad de bliver brugt til."
    ]
  },
  {
    theme: "calm",
    quality: "process",
    strength: [
      "Dagens rytme er genkendelig, og overgangen fra leg til måltid sker i små hold uden kø.",
      "De voksne har faste pladser i ydertimerne, så børnene ved, hvor de kan finde dem.",
      "Stemningen er rolig, også når vejret holder alle inde."
    ],
    attention: [
      "I garderoben er der trængsel og ventetid, især i vintermånederne.",
      "Skift mellem voksne midt på formiddagen giver uro på stuen.",
      "Lydniveauet stiger mærkbart før frokost, når grupperne samles."
    ]
  },
  {
    theme: "inclusion",
    quality: "result",
    strength: [
      "Børn med særlige behov deltager i de samme aktiviteter som de andre med små, gennemtænkte tilpasninger.",
      "Støttepædagogen arbejder i gruppen frem for at trække barnet ud, og det giver flere legerelationer.",
      "Personalet bruger billeder og faste tegn, som alle børn har glæde af."
    ],
    attention: [
      "Enkelte børn er meget afhængige af én bestemt voksen, og fællesskabet bliver sårbart, når den voksne er væk.",
      "Aftaler fra netværksmøder når ikke altid ud til alle på stuen.",
      "De børn, der har sværest ved store grupper, får pauser, men sjældent hjælp til at komme tilbage i legen."
    ]
  },
  {
    theme: "parents",
    quality: "process",
    strength: [
      "Forældrene oplever, at de hører noget om deres barns dag og ikke kun om søvn og mad.",
      "Nye forældre bliver inviteret på besøg to gange før start, og det giver en god begyndelse.",
      "Forældrebestyrelsen har været med til at beskrive, hvad et godt læringsmiljø er."
    ],
    attention: [
      "Forældrene efterspørger mere viden om, hvad der sker efter en sprogvurdering.",
      "Beskeder når ikke lige godt ud til alle familier, og nogle opdager ændringer sent.",
      "Overleveringen om eftermiddagen er kort, og forældre savner et par ord om barnets kammerater."
    ]
  },
  {
    theme: "transitions",
    quality: "result",
    strength: [
      "De kommende skolebørn har besøgt skolen flere gange og taler om den med glæde.",
      "Overgangen fra vuggestue til børnehave sker i barnets tempo med en kendt voksen ved siden af.",
      "Overleveringen til skolen bygger på en samtale med barnet selv."
    ],
    attention: [
      "Rykning mellem stuer falder tit sammen for mange børn, og det mærkes på trygheden.",
      "Skole og dagtilbud mødes for sent til at planlægge de fælles forløb.",
      "Nye børn har skiftende voksne i indkøringen."
    ]
  },
  {
    theme: "frames",
    quality: "structure",
    strength: [
      "Grupperne er delt, så der er få børn ad gangen i hvert rum det meste af formiddagen.",
      "Mødeplanen følger børnenes fremmøde, så der er flest voksne, når der er flest børn.",
      "Uderummet er bygget om efter børnenes ideer og bruges nu af alle aldersgrupper."
    ],
    attention: [
      "Der er få steder, hvor små grupper kan være i fred.",
      "Vikardækningen er ujævn, og aktiviteter bliver aflyst i uger med sygdom.",
      "Puslepladserne ligger, så en voksen er bundet væk fra stuen i lange stræk."
    ]
  }
];
