import type {LearnedShift} from "../../../queries/reference/wheel-entry.ts";
import {formatDate} from "../../format.ts";
import {formatMoment} from "../../moment.ts";

const date = (text: string) => formatDate(text, "da");
const moment = (text: string) => formatMoment(text, "da");
const days = (count: number) => (count === 1 ? "1 dag" : `${count} dage`);
const list = (names: readonly string[]) => new Intl.ListFormat("da").format(names);

export const danishWheel = {
  kinds: {
    arrival: "Data kommer",
    package: "Datapakker",
    conversation: "Læringssamtaler",
    meeting: "Politisk møde",
    deadline: "Frist"
  },
  jobs: {refresh: "Frigivelse", packages: "Datapakke", deliver: "Levering", retain: "Sletning"},
  states: {
    running: "i gang",
    waiting: "venter",
    done: "udført",
    failed: "mislykket",
    skipped: "sprunget over",
    superseded: "afløst af en nyere",
    cancelled: "aflyst"
  },
  actions: {
    run: "klar",
    wait: "venter",
    supersede: "afløst af en nyere",
    cancel: "aflyses",
    "give-up": "opgives",
    shorten: "venter",
    over: "afsluttet"
  },
  issueStates: {
    built: "bygget",
    previewed: "set igennem",
    "signed-off": "godkendt, udsendes",
    released: "udsendt",
    returned: "sendt tilbage",
    withdrawn: "trukket tilbage"
  },
  steps: {
    explain: "begrundet, trykkes igen",
    preview: "set igennem",
    sign: "godkendt",
    return: "sendt tilbage",
    move: "får en anden udsendelse",
    withdraw: "trukket tilbage"
  },
  receiptStates: {
    sending: "ikke afsendt",
    "handed-over": "ved at blive sendt",
    delivered: "leveret",
    uncertain: "uvist, om den er leveret",
    bounced: "kom tilbage",
    refused: "afvist"
  },
  why: {
    "inputs-came": (last: string | null) =>
      last ? `alle data er kommet, de sidste ${moment(last)}` : "alle data er kommet",
    deadline: (missing: readonly string[]) =>
      missing.length === 0 ? "fristen er nået" : `fristen er nået; der mangler ${list(missing)}`,
    "lake-changed": (since: string) => `der er kommet leverancer siden ${moment(since)}, som ikke er frigivet`,
    released: (since: string) => `pakken blev udsendt ${moment(since)}`,
    "before-window": (from: string) => `begynder ${date(from)}`,
    "before-deadline": (deadline: string) => `bygges ${date(deadline)}`,
    "inputs-missing": (missing: readonly string[], deadline: string) =>
      `venter på ${list(missing)}, dog længst til ${date(deadline)}`,
    "nothing-came": (missing: readonly string[], deadline: string) =>
      `fristen var ${date(deadline)}, men der er ingen data for perioden${missing.length > 0 ? `: ${list(missing)} mangler` : ""}`,
    "needs-refresh": () => "venter på, at de nye leverancer bliver frigivet",
    settling: (until: string) => `der kommer stadig leverancer; frigives tidligst ${moment(until)}`,
    explained: () => "begrundelsen er skrevet, og pakken trykkes igen med den",
    "address-stopped": (since: string) =>
      `mail til adressen kom tilbage ${moment(since)}; der sendes ikke mere, før nogen åbner for den`,
    "past-its-time": (count: number) =>
      count === 1 ? "opbevaringstiden er gået for én fil" : `opbevaringstiden er gået for ${count} filer`,
    demonstration: (count: number) =>
      `opbevaringstiden er gået for ${count === 1 ? "én fil" : `${count} filer`}; i demonstrationen slettes kun, når nogen beder om det`,
    embargo: (until: string) => `holdes tilbage til ${moment(until)}`,
    "quiet-hours": (until: string) => `stille tid til ${moment(until)}`,
    "no-channel": (channel: string) =>
      `der er ikke sat ${({mail: "en mailserver", webhook: "en webhook"} as Record<string, string>)[channel] ?? channel} op i reference/delivery.json`,
    retry: (at: string, attempts: number, error: string) =>
      `prøves igen ${moment(at)} efter ${attempts === 1 ? "ét forsøg" : `${attempts} forsøg`}: ${error}`,
    leased: (until: string) =>
      `er i gang i en anden kørsel; tages over, hvis den ikke giver lyd inden ${moment(until)}`,
    "taken-over": () => "blev afbrudt midt i og tages op igen",
    "cut-off": (starts: number) => `er blevet afbrudt ${starts} gange og begyndes ikke igen af sig selv`,
    ended: (state: string, at: string | null, error: string) =>
      `${state}${at ? ` ${moment(at)}` : ""}${error ? `: ${error}` : ""}`,
    newer: () => "en nyere pakke er klar",
    "off-wheel": () => "står ikke længere på hjulet"
  },
  status: {
    cancelled: "aflyst",
    exempt: "kommunen er fritaget",
    past: "overstået",
    unnoted: "ikke noteret som kommet",
    arrived: (on: string, late: number) =>
      `kom ${date(on)}${late > 0 ? `, ${days(late)} for sent` : late < 0 ? `, ${days(-late)} før ventet` : ""}`,
    late: (late: number, missing: readonly string[]) =>
      `mangler; skulle være kommet for ${days(late)} siden${missing.length > 0 ? ` (${list(missing)})` : ""}`,
    open: (left: number) => (left === 0 ? "nu, sidste dag" : `nu, ${days(left)} tilbage`),
    coming: (until: number) => (until === 1 ? "i morgen" : `om ${days(until)}`)
  },
  learned: ({days: shift, from, capped}: LearnedShift) =>
    `Vinduet er flyttet ${days(Math.abs(shift))} ${shift > 0 ? "frem" : "tilbage"}, fordi data kom ${list(from.map((each) => `${each.days === 0 ? "til tiden" : `${days(Math.abs(each.days))} ${each.days > 0 ? "senere" : "før"}`} i ${each.year}`))}${capped ? ". Det flyttes højst fire uger" : ""}.`,
  calendar: {
    name: (municipality: string) => `Årshjul, ${municipality}`,
    description: "Data, datapakker, læringssamtaler og møder. Uden tal."
  },
  window: (from: string, to: string) => (from === to ? date(from) : `${date(from)} – ${date(to)}`)
};
