import type {LearnedShift} from "../../../queries/reference/wheel-entry.ts";
import {formatDate} from "../../format.ts";
import {formatMoment} from "../../moment.ts";
import type {WheelText} from "../../text-wheel.ts";

const date = (text: string) => formatDate(text, "en");
const moment = (text: string) => formatMoment(text, "en");
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const list = (names: readonly string[]) => new Intl.ListFormat("en-GB").format(names);

export const englishWheel: WheelText = {
  kinds: {
    arrival: "Data arrive",
    package: "Data packages",
    conversation: "Learning conversations",
    meeting: "Political meeting",
    deadline: "Deadline"
  },
  jobs: {refresh: "Release", packages: "Data package", deliver: "Delivery", retain: "Deletion"},
  states: {
    running: "running",
    waiting: "waiting",
    done: "done",
    failed: "failed",
    skipped: "skipped",
    superseded: "replaced by a newer one",
    cancelled: "cancelled"
  },
  actions: {
    run: "ready",
    wait: "waiting",
    supersede: "replaced by a newer one",
    cancel: "is cancelled",
    "give-up": "is given up",
    shorten: "waiting",
    over: "ended"
  },
  issueStates: {
    built: "built",
    previewed: "looked through",
    "signed-off": "signed off, released",
    released: "released",
    returned: "returned",
    withdrawn: "withdrawn"
  },
  steps: {
    explain: "explained, is printed again",
    preview: "looked through",
    sign: "signed off",
    return: "returned",
    move: "given another release",
    withdraw: "withdrawn"
  },
  receiptStates: {
    sending: "not sent",
    "handed-over": "being sent",
    delivered: "delivered",
    uncertain: "delivered or not is not known",
    bounced: "came back",
    refused: "refused"
  },
  why: {
    "inputs-came": (last) => (last ? `all data have come, the last ${moment(last)}` : "all data have come"),
    deadline: (missing) =>
      missing.length === 0 ? "the deadline has come" : `the deadline has come; ${list(missing)} missing`,
    "lake-changed": (since) => `deliveries have come since ${moment(since)} that are not released`,
    released: (since) => `the package was released ${moment(since)}`,
    "before-window": (from) => `begins ${date(from)}`,
    "before-deadline": (deadline) => `is built ${date(deadline)}`,
    "inputs-missing": (missing, deadline) => `waits for ${list(missing)}, until ${date(deadline)} at the latest`,
    "nothing-came": (missing, deadline) =>
      `the deadline was ${date(deadline)}, but there are no data for the period${missing.length > 0 ? `: ${list(missing)} missing` : ""}`,
    "needs-refresh": () => "waits for the new deliveries to be released",
    settling: (until) => `deliveries are still coming; released ${moment(until)} at the earliest`,
    explained: () => "the reason has been written, and the package is printed again with it",
    "address-stopped": (since) =>
      `mail to the address came back ${moment(since)}; nothing more is sent until somebody opens it`,
    "past-its-time": (count) => (count === 1 ? "one file is past its time" : `${count} files are past their time`),
    demonstration: (count) =>
      `${count === 1 ? "one file is past its time" : `${count} files are past their time`}; in the demonstration nothing is deleted unless somebody asks for it`,
    embargo: (until) => `held back until ${moment(until)}`,
    "quiet-hours": (until) => `quiet hours until ${moment(until)}`,
    "no-channel": (channel) => `no ${channel} is set up in reference/delivery.json`,
    retry: (at, attempts, error) =>
      `tried again ${moment(at)} after ${attempts === 1 ? "one attempt" : `${attempts} attempts`}: ${error}`,
    leased: (until) => `another run is at it; taken over if it gives no sign before ${moment(until)}`,
    "taken-over": () => "was cut off and is taken up again",
    "cut-off": (starts) => `was cut off ${starts} times and is not begun again by itself`,
    ended: (state, at, error) => `${state}${at ? ` ${moment(at)}` : ""}${error ? `: ${error}` : ""}`,
    newer: () => "a newer package is ready",
    "off-wheel": () => "is no longer on the wheel"
  },
  status: {
    cancelled: "cancelled",
    exempt: "the municipality is exempt",
    past: "past",
    unnoted: "not noted as come",
    arrived: (on, late) =>
      `came ${date(on)}${late > 0 ? `, ${days(late)} late` : late < 0 ? `, ${days(-late)} early` : ""}`,
    late: (late, missing) =>
      `missing; should have come ${days(late)} ago${missing.length > 0 ? ` (${list(missing)})` : ""}`,
    open: (left) => (left === 0 ? "now, last day" : `now, ${days(left)} left`),
    coming: (until) => (until === 1 ? "tomorrow" : `in ${days(until)}`)
  },
  learned: ({days: shift, from, capped}: LearnedShift) =>
    `The window is moved ${days(Math.abs(shift))} ${shift > 0 ? "later" : "earlier"}, since data came ${list(from.map((each) => `${each.days === 0 ? "on time" : `${days(Math.abs(each.days))} ${each.days > 0 ? "late" : "early"}`} in ${each.year}`))}${capped ? ". It is moved by four weeks at most" : ""}.`,
  calendar: {
    name: (municipality) => `Annual wheel, ${municipality}`,
    description: "Data, data packages, learning conversations and meetings. No figures."
  },
  window: (from, to) => (from === to ? date(from) : `${date(from)} – ${date(to)}`)
};
