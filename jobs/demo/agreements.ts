import {createHash} from "node:crypto";
import {municipalityFacts} from "../../queries/reference/municipality-facts.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import {countsOf} from "./municipalities.ts";

interface Template {
  readonly indicator: string;
  readonly text: string;
  readonly target: number | null;
  readonly owner: string;
  readonly due: string;
}

const schoolTemplates: readonly Template[] = [
  {
    indicator: "school-absence",
    text: "Skolen ringer hjem på fraværets anden dag, og ledelsen gennemgår fraværet med lærerteamet hver måned. Vi venter et fald på et halvt procentpoint.",
    target: 5.5,
    owner: "Skoleleder",
    due: "2025-12-19"
  },
  {
    indicator: "high-absence-share",
    text: "Elever med bekymrende fravær tages op på det tværfaglige møde, og aftalen med hjemmet skrives ned. Andelen skal være mindre ved næste samtale.",
    target: null,
    owner: "Pædagogisk leder",
    due: "2026-02-27"
  },
  {
    indicator: "wellbeing-general",
    text: "Elevrådet drøfter trivselsmålingens resultat og foreslår to forsøg, som teamene afprøver i efteråret.",
    target: 3.7,
    owner: "Skoleleder og elevråd",
    due: "2026-03-20"
  },
  {
    indicator: "wellbeing-calm",
    text: "Lærerteamene begynder alle lektioner på samme måde og evaluerer sammen med klasserne før vinterferien.",
    target: 3.7,
    owner: "Lærerteam",
    due: "2026-02-06"
  },
  {
    indicator: "exam-average",
    text: "Fagudvalgene i dansk og matematik lægger en plan for feedback i 8. og 9. klasse.",
    target: null,
    owner: "Pædagogisk leder",
    due: "2026-06-26"
  },
  {
    indicator: "wellbeing-support",
    text: "Hvert team vælger ét forløb, hvor eleverne er med til at bestemme indhold og form, og deler erfaringerne på et fællesmøde.",
    target: 3.4,
    owner: "Lærerteam",
    due: "2025-11-28"
  }
];

const daycareTemplates: readonly Template[] = [
  {
    indicator: "staff-sickness",
    text: "Ledelsen holder trivselssamtaler efter en uges fravær og ser på arbejdets tilrettelæggelse i ydertimerne.",
    target: 6,
    owner: "Dagtilbudsleder",
    due: "2025-12-19"
  },
  {
    indicator: "language-support-share",
    text: "Dialogisk læsning i små grupper to gange om ugen for de børn, der har brug for det, og fælles opfølgning med sprogvejlederen.",
    target: null,
    owner: "Pædagogisk leder og sprogvejleder",
    due: "2026-01-30"
  },
  {
    indicator: "language-assessment-coverage",
    text: "Alle treårige sprogvurderes senest to måneder efter fødselsdagen, så grundlaget bliver ens på stuerne.",
    target: 85,
    owner: "Pædagogisk leder",
    due: "2025-12-01"
  },
  {
    indicator: "parent-satisfaction",
    text: "Forældrebestyrelsen og personalet aftaler en fast form for den daglige overlevering.",
    target: 4.4,
    owner: "Dagtilbudsleder og forældrebestyrelse",
    due: "2025-11-14"
  },
  {
    indicator: "pedagogue-share",
    text: "Ledige stillinger slås først op som pædagogstillinger, og to medarbejdere begynder på meritforløb.",
    target: 60,
    owner: "Dagtilbudsleder",
    due: "2026-08-01"
  }
];

const leisureTemplates: readonly Template[] = [
  {
    indicator: "parent-satisfaction-leisure",
    text: "Stedet inviterer forældre og børn til en fælles eftermiddag, hvor årets aktiviteter vælges.",
    target: 4.3,
    owner: "Fritidsleder",
    due: "2025-10-31"
  },
  {
    indicator: "staff-sickness-days-per-fte",
    text: "Vagtplanen lægges fire uger frem, og ydervagter deles mere ligeligt.",
    target: null,
    owner: "Fritidsleder",
    due: "2025-12-01"
  }
];

const municipalTemplates: readonly Template[] = [
  {
    indicator: "school-absence",
    text: "Forvaltningen samler de skoler, der har nedbragt fraværet, og deler deres fremgangsmåde med resten.",
    target: 5.5,
    owner: "Skolechef",
    due: "2025-12-19"
  },
  {
    indicator: "daycare-ratio-3-5",
    text: "Normeringen følges hvert halvår, og midler flyttes efter børnetallet inden budgetlægningen.",
    target: 6,
    owner: "Dagtilbudschef",
    due: "2026-03-31"
  },
  {
    indicator: "staff-sickness",
    text: "Arbejdsmiljøkonsulenter tilbydes de institutioner, hvor sygefraværet har ligget højt i tre halvår.",
    target: 6,
    owner: "HR-chef",
    due: "2026-06-30"
  }
];

/** What last half-year's learning conversations in the focus municipality agreed on; most units have one or two. */
export function demoAgreements(municipality: string): readonly Agreement[] {
  const counts = municipalityFacts.map((facts) => ({code: facts.code, ...countsOf(facts)}));
  const own = counts.find(({code}) => code === municipality);
  if (!own) throw new Error(`no such municipality: ${municipality}`);
  const before = counts.filter(({code}) => code < municipality);
  const firstDaycare = before.reduce((sum, {daycare}) => sum + daycare, 1);
  const firstLeisure = before.reduce((sum, {leisure}) => sum + leisure, 1);
  return [
    ...municipalTemplates.map((template, index) => agreementOf(municipality, template, index)),
    ...numbers(own.schools).flatMap((n) => agreementsOf(`${municipality}${padded(n + 1, 3)}`, schoolTemplates)),
    ...numbers(own.daycare).flatMap((n) => agreementsOf(`G${padded(firstDaycare + n, 5)}`, daycareTemplates)),
    ...numbers(own.leisure).flatMap((n) => agreementsOf(`F${padded(firstLeisure + n, 5)}`, leisureTemplates))
  ];
}

/** None to two of the templates, the same for the same unit. */
function agreementsOf(unit: string, templates: readonly Template[]): readonly Agreement[] {
  const bits = createHash("sha256").update(unit).digest();
  const count = bits[0]! < 26 ? 0 : bits[0]! < 130 ? 1 : 2;
  return numbers(count).map((n) => agreementOf(unit, templates[(bits[1]! + n) % templates.length]!, n));
}

function agreementOf(unit: string, {indicator, text, target, owner, due}: Template, n: number): Agreement {
  const done = due < "2025-12-01";
  const createdAt = "2025-05-14T10:00:00.000Z";
  return {
    id: `demo-${unit}-${n + 1}`,
    unit,
    period: "2025-H1",
    indicator,
    text,
    target,
    owner,
    due,
    status: done ? "done" : "open",
    createdAt,
    conversation: null,
    direction: null,
    expected: "",
    changedAt: null
  };
}

function numbers(count: number): readonly number[] {
  return Array.from({length: count}, (_, index) => index);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
