import type {ThemeTexts} from "./finding-texts.ts";

export const leisureTexts: readonly ThemeTexts[] = [
  {
    theme: "relations",
    quality: "process",
    strength: [
      "De voksne er til stede i rummet og tager imod hvert barn ved navn, når skoledagen er slut.",
      "Nye medlemmer bliver fulgt af en jævnaldrende vært de første uger.",
      "De unge fortæller, at de kan tale med personalet om det, der er svært."
    ],
    attention: [
      "De ældste børn holder sig væk på de dage, hvor der er flest små.",
      "Der er venskabsgrupper, som er svære at komme ind i for nye.",
      "Personalet skifter meget mellem steder, og de unge savner faste voksne."
    ]
  },
  {
    theme: "participation",
    quality: "process",
    strength: [
      "Børnene planlægger månedens aktiviteter på et møde, som de selv leder.",
      "Medlemsrådet har været med til at købe ind og indrette et nyt værksted.",
      "De unge driver cafeen og bestemmer over overskuddet."
    ],
    attention: [
      "Det er mest de samme børn, der foreslår og vælger aktiviteter.",
      "Forslagskassen bliver brugt, men svarene lader vente på sig.",
      "De yngste kender ikke muligheden for at være med i rådet."
    ]
  },
  {
    theme: "play",
    quality: "process",
    strength: [
      "Værkstederne er åbne hver dag, og børnene kan vende tilbage til det, de er i gang med.",
      "Udelivet fylder, og bålplads og hal bliver brugt på skift.",
      "Der er plads til både fordybelse og fart, og børnene vælger selv."
    ],
    attention: [
      "Aktiviteter bliver aflyst, når der mangler personale, og børnene ved det først på dagen.",
      "Skærmspil fylder meget på de mørke eftermiddage.",
      "Kreative materialer er slidte og bliver ikke fyldt op."
    ]
  },
  {
    theme: "inclusion",
    quality: "result",
    strength: [
      "Børn, der har det svært i skolen, har roller her, hvor de lykkes.",
      "Samarbejdet med skolens ressourceteam gør, at aftaler gælder hele dagen.",
      "Prisen på ture er ikke en hindring; alle kan være med."
    ],
    attention: [
      "Få børn med særlige behov bliver i tilbuddet efter det første halvår.",
      "Piger og drenge bruger stedet meget forskelligt, og nogle aktiviteter er svære at bryde ind i.",
      "Viden om det enkelte barns aftaler når ikke frem til vikarerne."
    ]
  },
  {
    theme: "parents",
    quality: "process",
    strength: [
      "Forældrene får en kort hilsen, når barnet har gjort noget, det er stolt af.",
      "Den årlige forældreaften er vokset og planlægges sammen med børnene.",
      "Forældrerådet har hjulpet med at åbne stedet i to ferier."
    ],
    attention: [
      "Forældre til de ældste hører sjældent fra stedet.",
      "Nogle forældre er i tvivl om, hvem de skal henvende sig til.",
      "Kommunikationen sker på flere platforme og bliver overset."
    ]
  },
  {
    theme: "frames",
    quality: "structure",
    strength: [
      "Åbningstiden er flyttet, så den passer til de unges dag, og fremmødet er steget.",
      "Lokalerne deles med en forening, og begge parter har fået flere muligheder.",
      "Mødeplanen sikrer, at der altid er en pædagog på arbejde."
    ],
    attention: [
      "Lokalerne er også skolens, og der går tid med at rydde op og sætte frem.",
      "Personalet er alene i den sidste time på to af ugens dage.",
      "Udstyret til musik og værksted er ældre og ofte i stykker."
    ]
  },
  {
    theme: "calm",
    quality: "process",
    strength: [
      "Overgangen fra skole til fritid er rolig med mad og en fast samling.",
      "Der er stille rum, som børnene selv har lavet regler for.",
      "Personalet fordeler sig, så der er overblik både ude og inde."
    ],
    attention: [
      "Den første halve time er præget af kø og støj.",
      "Reglerne er forskellige fra voksen til voksen.",
      "Der er uro, når mange bliver hentet samtidig."
    ]
  }
];
