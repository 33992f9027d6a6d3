import type {Step} from "../../../queries/conversations/template.ts";
import type {DraftProblem} from "../../../queries/registry/conversation-writes.ts";
import type {ConversationState} from "../../../queries/registry/conversations.ts";
import {many} from "./many.ts";

const states: Readonly<Record<ConversationState, string>> = {
  preparing: "Forberedes",
  held: "Holdt",
  following: "Følges op",
  closed: "Afsluttet"
};
const stepTitles: Readonly<Record<Step, string>> = {
  observe: "Iagttag",
  interpret: "Fortolk",
  decide: "Beslut",
  "follow-up": "Følg op"
};
const stepHelp: Readonly<Record<Step, string>> = {
  observe: "Beskriv, før I forklarer. Hold tal, der ikke kan skelnes, ude af historien.",
  interpret: "Find mindst to forklaringer, og sig, hvad I ikke ved.",
  decide: "Få ting, som nogen gør, og som kan ses. Skriv dem som aftaler nedenfor.",
  "follow-up": "Hvad ville få jer til at skifte mening?"
};
const problems: Readonly<Record<DraftProblem, string>> = {
  text: "Skriv, hvad der er aftalt. Resten er ikke gemt endnu.",
  target: "Målet skal være et tal, fx 5,5. Ord kan stå under »Ventet ændring«. Aftalen er ikke gemt endnu.",
  "target-without-indicator": "Vælg det nøgletal, som målet gælder. Aftalen er ikke gemt endnu.",
  due: "Fristen skal være en dato. Aftalen er ikke gemt endnu.",
  indicator: "Nøgletallet kendes ikke. Aftalen er ikke gemt endnu.",
  "too-long": "Teksten er for lang til at blive gemt. Del den, eller læg den ved som bilag.",
  date: "Det er ikke en dato.",
  state: "Tilstanden kendes ikke.",
  closed: "Samtalen er afsluttet imens, så teksten er ikke gemt. Kopiér den, og åbn samtalen igen."
};

export const danishConversation = {
  conversation: {
    title: (template: string, unit: string) => `${template}: ${unit}`,
    over: (period: string) => `Over datapakken for ${period}`,
    states,
    stateTitle: "Samtalens gang",
    stateNow: (state: string) => `Nu: ${state}`,
    moves: {
      held: "Samtalen er holdt",
      following: "Begynd opfølgning",
      closed: "Afslut"
    } satisfies Record<Exclude<ConversationState, "preparing">, string>,
    moveBack: (state: string) => `Tilbage til »${state}«`,
    reopen: "Åbn igen",
    closedNote: "Samtalen er afsluttet, og dens tekster er låst. Aftalernes status kan stadig ændres.",
    readOnly: "Du kan læse samtalen, men ikke skrive i den.",
    links: {package: "Læs datapakken", unit: "Enhedens tal", history: "Historik", print: "Udskriv referat"},
    noPackage: "Der er ingen udsendt datapakke for halvåret; tallene er de frigivne.",
    help: "Hjælp til siden",
    helpText: [
      "Skriv i felterne. Det gemmes af sig selv, og klokkeslættet står ved feltet. Uden script gemmer knappen »Gem« det hele.",
      "Skriver en anden i det samme felt, overskrives ingen: I får begge tekster at se og vælger.",
      "Alt, hvad der har stået, ligger i historikken og kan hentes tilbage.",
      "Aftaler trykkes i enhedens næste datapakke ved siden af det nye tal. Pakken kan læses af alle: skriv ikke navne på børn, forældre eller medarbejdere i dem.",
      "Skriv ikke CPR-numre nogen steder. Ligner noget et, bliver du spurgt, før det gemmes."
    ],
    evidence: "Hvad tallene viser",
    evidenceLead: "De frigivne tal, som alle kan se dem, til og med halvåret. Kun tal, der kan skelnes, nævnes.",
    standsOut: "Stikker ud",
    changed: "Nyt siden sidst",
    nothingNew: "Ingen nye tal kan skelnes fra samme tid året før.",
    findings: "Fund og dialog",
    noFindings: "Der er ingen fund for enheden i halvåret.",
    allFigures: (count: number) => `Alle pakkens ${count} tal`,
    figure: "Nøgletal",
    own: "Her",
    municipality: "Kommunen",
    nation: "Landet",
    noFigures: "Der er ingen frigivne tal for enheden i halvåret.",
    last: "Hvad vi aftalte sidst",
    noLast: "Der er ingen tidligere aftaler.",
    lastMore: (count: number) => `Der er ${many(count, "ældre aftale", "ældre aftaler")} på siden med aftaler.`,
    changeStatus: "Status ændres i den samtale, hvor aftalen blev indgået.",
    guide: "Læseguide",
    guideLead: "Fra det, I ser, til det, I gør. Tag spørgsmål ud, og tilføj jeres egne.",
    steps: stepTitles,
    stepHelp,
    ownQuestion: "Eget spørgsmål",
    ownStep: "Trin",
    addQuestion: "Tilføj spørgsmål",
    removeQuestion: "Tag ud",
    removed: "Spørgsmål, der er taget ud",
    bringBack: "Tag med igen",
    fromFigures: "Spørgsmål fra tal, der stikker ud",
    addFromFigure: "Tag med",
    noQuestions: "Ingen spørgsmål i dette trin.",
    heldOn: "Holdt den",
    participants: "Deltagere",
    participantsHelp: "Navne og roller på dem, der deltager som led i deres arbejde eller hverv.",
    agreements: "Aftaler",
    agreementsLead: "Hvad gør vi, hvilket tal sigter det mod, hvem gør det, og hvornår ses der på det?",
    agreement: (number: number) => `Aftale ${number}`,
    newAgreement: "Ny aftale",
    addAgreement: "Gem, og tilføj endnu en",
    fields: {
      text: "Hvad er aftalt?",
      indicator: "Hvilket nøgletal sigter det mod?",
      aim: "Nøgletal",
      noIndicator: "Intet nøgletal",
      direction: "Tallet skal",
      directions: {"": "ikke sagt", rise: "stige", fall: "falde", hold: "holdes"},
      expected: "Ventet ændring, med ord",
      target: "Mål, som tal",
      targetHelp: "I nøgletallets egen enhed, fx 5,5",
      owner: "Ansvarlig",
      ownerHelp: "En rolle, ikke et navn",
      due: "Frist",
      status: "Status"
    },
    noAgreements: "Der er ikke indgået aftaler endnu.",
    save: "Gem",
    saved: (moment: string, who: string) => (who ? `Gemt ${moment} af ${who}` : `Gemt ${moment}`),
    notSaved: "Ikke gemt",
    problems,
    problemTitle: "Noget er ikke gemt",
    problemText: "Se de mærkede felter nedenfor. Det, du skrev, står der endnu.",
    conflict: {
      title: "En anden har skrevet her imens",
      text: (who: string, moment: string) => `${who} gemte ${moment}. Din tekst står i feltet og ligger i historikken.`,
      theirs: "Deres tekst",
      mine: "Behold min",
      takeTheirs: "Behold deres",
      both: "Behold begge"
    },
    asked: {
      title: "Er det et CPR-nummer?",
      text: (shown: string) =>
        `Teksten rummer noget, der ligner et: ${shown}. Den er ikke gemt. Er det et CPR-nummer, så slet det.`,
      confirm: "Nej, det er ikke et CPR-nummer"
    },
    named: {
      title: "Er det en persons navn?",
      text: (names: string) =>
        `Aftalen nævner: ${names}. Den trykkes i enhedens næste pakke, som alle kan læse, og er ikke gemt. Skriv en rolle i stedet for et navn.`,
      confirm: "Det er ikke en persons navn"
    },
    status: {
      saving: "Gemmer …",
      saved: "Gemt kl.",
      failed: "Kunne ikke gemme. Der prøves igen.",
      signedOut: "Du er logget ud, og det nyeste er ikke gemt. Log ind i et andet faneblad; så gemmes det."
    },
    history: {
      title: (unit: string, template: string, period: string) =>
        `Historik: ${unit}, ${template.toLowerCase()}, ${period}`,
      lead: "Hver gang noget er ændret: hvem, hvornår og hvad. Intet slettes, når en tidligere tekst hentes tilbage.",
      back: "Tilbage til samtalen",
      part: "Felt",
      all: "Alle",
      show: "Vis",
      count: (count: number) => many(count, "ændring", "ændringer"),
      empty: "Der er ikke skrevet noget endnu.",
      aside: "lagt til side, fordi en anden havde skrevet",
      restored: "hentet tilbage",
      standing: "gælder nu",
      removedAll: "(tømt)",
      restore: "Hent tilbage",
      made: "før samtalen",
      system: "demonstrationen",
      unknown: "ukendt bruger",
      parts: {state: "Samtalens gang", questions: "Spørgsmålene", "held-on": "Holdt den", participants: "Deltagere"},
      answer: (question: string) => `Svar: ${question}`,
      agreement: "Aftale",
      more: (count: number) => `De nyeste ${count} vises. Vælg et felt for at se færre.`
    },
    minutes: "Referat",
    signed: "Dato og underskrift",
    list: {
      title: "Samtaler",
      lead: "Læringssamtaler, skoleudviklingssamtaler og tilsyn: hvad der forberedes, er holdt og følges op.",
      period: "Halvår",
      place: "Kommune eller område",
      kind: "Slags samtale",
      state: "Tilstand",
      none: "Ikke begyndt",
      all: "Alle",
      apply: "Vis",
      unit: "Enhed",
      held: "Holdt den",
      agreements: "Aftaler",
      count: (count: number) => many(count, "samtale", "samtaler"),
      summary: (begun: number, held: number) => `${begun} begyndt, heraf ${held} holdt.`,
      more: (count: number) => `De første ${count} vises. Vælg et område for at se færre.`,
      empty: "Ingen samtaler passer til valget, eller du har ikke adgang til dem."
    },
    link: "Læringssamtalen",
    wheel: "Åbn samtalerne",
    closed: "Samtalen er afsluttet. Åbn den igen for at skrive i den."
  }
};
