/** The form in which a finding is written or corrected, with what is to be put right, and the question whether it names somebody. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {hrefOf, standardHref} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {byName} from "./places.ts";

export interface ObservationDraft {
  readonly enhed: string;
  readonly periode: string;
  readonly dato: string;
  readonly tema: string;
  readonly kvalitet: string;
  readonly kilde: string;
  readonly vurdering: string;
  readonly antal: string;
  readonly fund: string;
  readonly citat: string;
  readonly samtykke?: "ja" | undefined;
  /** The version that was seen; `` for a new finding. */
  readonly udgave: string;
  /** Words that the writer has confirmed to be nobody's name, with `|` between. */
  readonly ingen_person: string;
}

export type DraftField = Exclude<keyof ObservationDraft, "udgave" | "ingen_person">;

export const emptyDraft: ObservationDraft = {
  ...{enhed: "", periode: "", dato: "", tema: "", kvalitet: "", kilde: "", vurdering: "", antal: ""},
  ...{fund: "", citat: "", udgave: "", ingen_person: ""}
};

export interface ObservationFormState {
  readonly language: Language;
  readonly draft: ObservationDraft;
  /** Null for a new finding. */
  readonly entry: string | null;
  readonly units: readonly Unit[];
  /** Where there are too many units for one list: municipalities to choose from first. */
  readonly municipalities: readonly {readonly id: string; readonly name: string}[];
  readonly periods: readonly PeriodId[];
  /** Codes of themes in force. */
  readonly themes: readonly string[];
  readonly problems: readonly {readonly field: DraftField; readonly text: string}[];
  /** Words that may be somebody's name. */
  readonly asked: readonly string[];
  readonly confirmed: readonly string[];
  /** Danish, of the list of themes in the data folder. */
  readonly themeProblems: readonly string[];
  /** What went wrong with the whole of it. */
  readonly trouble: string | null;
}

export function observationFormModel(state: ObservationFormState) {
  const {language, draft, entry, problems, asked, confirmed, municipalities, themeProblems, trouble} = state;
  const {observationForm: t, observationsPage} = webTextOf(language);
  const errorAt = (field: DraftField) => problems.find((each) => each.field === field)?.text ?? null;
  const back = hrefOf(language, entry ? `/fund/${entry}` : "/fund");
  return {
    heading: entry ? t.editTitle : t.title,
    list: {href: hrefOf(language, "/fund"), label: observationsPage.title},
    action: hrefOf(language, entry ? `/fund/${entry}/ret` : "/fund/nyt"),
    standard: standardHref(language, "observations"),
    back,
    save: entry ? t.saveEdit : t.save,
    version: draft.udgave,
    municipalities: municipalities.length > 0 ? {action: hrefOf(language, "/fund/nyt"), options: municipalities} : null,
    themeProblems,
    problem: problemOf(problems, trouble, language),
    ask: asked.length > 0 ? askOf(asked, confirmed, language) : null,
    confirmed: asked.length > 0 ? null : confirmed.join("|"),
    fields: {
      ...selectsOf(state, errorAt),
      dato: {value: draft.dato, error: errorAt("dato")},
      antal: {value: draft.antal, error: errorAt("antal")},
      fund: {value: draft.fund, error: errorAt("fund")},
      citat: {value: draft.citat, error: errorAt("citat")},
      samtykke: {checked: draft.samtykke === "ja", error: errorAt("samtykke")}
    }
  };
}

function problemOf(problems: ObservationFormState["problems"], trouble: string | null, language: Language) {
  const {observationForm: t} = webTextOf(language);
  if (trouble) return {lead: trouble, links: []};
  if (problems.length === 0) return null;
  const links = problems.map(({field, text}) => ({href: `#${field}`, text}));
  return {lead: t.wrongLead(new Set(problems.map(({field}) => field)).size), links};
}

function askOf(asked: readonly string[], confirmed: readonly string[], language: Language) {
  const {observationForm: t} = webTextOf(language);
  const words = asked.map((word) => (language === "da" ? `»${word}«` : `“${word}”`)).join(", ");
  return {lead: t.askLead(words), label: t.notPerson(words), value: [...confirmed, ...asked].join("|")};
}

function selectsOf(
  {language, draft, units, periods, themes}: ObservationFormState,
  errorAt: (field: DraftField) => string | null
) {
  const {observationForm: t} = webTextOf(language);
  const select = (field: Selected, label: string, groups: readonly Group[], hint: string | null = null) => ({
    ...{id: field, name: field, label, hint, error: errorAt(field), choose: t.choose},
    groups: groups.map((group) => ({
      ...group,
      options: group.options.map(([value, text]) => ({value, text, selected: value === draft[field]}))
    }))
  });
  const plain = (options: Group["options"]) => [{label: null, options}];
  return {
    enhed: select("enhed", t.unit, unitGroups(units, language)),
    periode: select("periode", t.period, plain(periods.map((each) => [each, periodLabel(each, language)]))),
    tema: select("tema", t.theme, plain(codesOf("themes", language).filter(([code]) => themes.includes(code)))),
    kvalitet: select("kvalitet", t.quality, plain(codesOf("qualities", language)), t.qualityHint),
    kilde: select("kilde", t.source, plain(codesOf("observation-sources", language))),
    vurdering: select("vurdering", t.assessment, plain(codesOf("assessments", language)))
  };
}

type Selected = "enhed" | "periode" | "tema" | "kvalitet" | "kilde" | "vurdering";

interface Group {
  readonly label: string | null;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function codesOf(classification: string, language: Language): Group["options"] {
  const {codes} = findClassification(classification)!;
  return codes.map(({code, label, labelEnglish}) => [code, language === "da" ? label : labelEnglish]);
}

function unitGroups(units: readonly Unit[], language: Language): readonly Group[] {
  const {kinds} = textOf(language);
  return [...Map.groupBy(units, ({kind}) => kind)].map(([kind, some]) => ({
    label: kinds[kind],
    options: some.toSorted(byName).map(({id, name}) => [id, name])
  }));
}
