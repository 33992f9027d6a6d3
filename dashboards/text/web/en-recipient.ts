import type {Widened} from "../widened.ts";
import type {danishRecipient} from "./da-recipient.ts";
import {many} from "./many.ts";

export const englishRecipient: Widened<typeof danishRecipient> = {
  recipientProblems: {
    "no-name": "Say who the recipient is.",
    "long-name": (longest) => `The name is too long; write at most ${longest} characters.`,
    "no-address": "Write the address.",
    "not-mail": (address) => `This is not a mail address: ${address}.`,
    "no-domains":
      "There are no domains yet that mail may be sent to. Whoever runs the system writes them under domains in reference/delivery.json.",
    domain: (domain, allowed) =>
      `Nothing may be sent to ${domain}, only to ${allowed}. Whoever runs the system can add a domain under domains in reference/delivery.json.`,
    "folder-name": (address) => `The folder's name cannot be used: ${address}.`,
    "webhook-form": (address) =>
      `The webhook's address must begin with https:// and hold no name or passphrase: ${address}.`,
    "webhook-host": (host) =>
      `Nothing may be sent to ${host}: the host is not under webhook › hosts in reference/delivery.json.`,
    "no-scope": "Choose the unit that the recipient belongs to.",
    unit: (unit) => `There is no unit called ${unit}.`,
    outside: (unit, outer) => `The unit ${unit} does not belong to ${outer}.`,
    wide: (unit) => `Choose a municipality or something in it; ${unit} is more than one municipality.`,
    "no-edition": "Choose at least one edition.",
    edition: (edition) => `There is no edition called ${edition}.`,
    nowhere: (edition, unit) =>
      `The edition “${edition}” is not made for ${unit} or anything below it; choose another edition or another unit.`,
    duplicate: (name, edition, scope) =>
      `The address already gets the edition “${edition}” for ${scope} as the recipient “${name}”. Change that one instead, so that packages do not come twice.`
  },
  recipientForm: {
    title: "New recipient",
    editTitle: (name) => `Change ${name}`,
    lead: "A recipient gets the data packages by mail once they are approved and released. You see what the recipient will get before you save.",
    wrong: "Something must be put right",
    who: "Who",
    name: "Name",
    nameHint: "Stands in the mail, such as “The school board” or the leader's name.",
    address: "Mail address",
    addressHint: (domains) => `Mail can be sent to ${domains}.`,
    kind: "Kind",
    kinds: {person: "a person", group: "a group", committee: "a committee", role: "a role, such as leader"},
    what: "What",
    scope: "Unit",
    scopeHint: "The recipient only gets packages about this unit and those below it.",
    choose: "Choose …",
    which: "Which packages",
    units: {all: "The unit and all below it", own: "Only the unit itself", kept: (names) => `As now: ${names}`},
    editions: "Editions",
    language: "Language",
    form: "How",
    forms: {attached: "the PDF attached", link: "a link only"},
    chooseMunicipality: "Which municipality does the recipient belong to?",
    onward: "Onward",
    noUnits: "There are no units that you can add recipients for.",
    look: "See what the recipient gets",
    lookAgain: "Look again after a change",
    save: "Save the recipient",
    saveEdit: "Save the change",
    cancel: "Cancel",
    changedSinceLook:
      "You changed something since you saw what the recipient gets. Here is the new; save it if it is right.",
    stale: (who, at) =>
      `${who} changed the recipient on ${at} while you wrote. Nothing has been overwritten. What you wrote is still in the fields; save it if it is still to hold.`,
    staleField: "Field",
    staleNow: "Saved now",
    staleYours: "Yours",
    fromHistory: (at) => `The fields are filled in as the recipient was on ${at}. Nothing is changed before you save.`
  },
  recipientPage: {
    next: "What comes next",
    nextLook: "This is what the recipient gets",
    lookNote: "Nothing has been saved yet.",
    ready: (count) =>
      `At the next run: ${many(count, "package", "packages", "en-GB")} released within the last 60 days: `,
    embargo: (count, at) =>
      `${many(count, "package is approved and sent on", "packages are approved and sent from", "en-GB")} ${at}: `,
    noneReady: "There are no released packages that are sent at once.",
    comingLead: "These are expected by the annual wheel; they are sent when approved:",
    coming: (title, units, from, to) => `${title}: ${units}, ${from} – ${to}`,
    onDay: (title, units, at) => `${title}: ${units}, ${at}`,
    packages: (count) => many(count, "package", "packages", "en-GB"),
    noneComing: (edition) => `${edition}: none on the way by the annual wheel.`,
    closedNext: "The recipient is closed and gets nothing more until it is opened again.",
    noMailServer: "No mail server has been set up, so mails wait until there is one.",
    stopped: "The address is closed because mail came back. The packages wait until it is opened on the list.",
    facts: "The recipient",
    municipality: "Municipality",
    got: "What the recipient has got",
    gotNone: "Nothing has been sent yet.",
    gotMore: (count) => `The ${count} newest are shown.`,
    state: "State",
    states: {
      sending: "being sent",
      "handed-over": "being sent",
      delivered: "delivered",
      uncertain: "uncertain",
      bounced: "came back",
      refused: "refused"
    },
    edit: "Change the recipient",
    close: "Close the recipient",
    closeLead: "A closed recipient gets nothing more. What was sent and the history stay, and you can open it again.",
    open: "Open the recipient again",
    openLead:
      "The recipient then gets packages again, also those released within the last 60 days that have not been sent.",
    elsewhere:
      "Recipients in folders and webhooks hold paths and secrets. They are added and closed on the server (“aarshjul recipients”).",
    history: "History",
    who: "Who",
    happened: "What",
    commandLine: "on the server",
    steps: {created: "added", changed: "saved again without changes", closed: "closed", opened: "opened again"},
    became: (field, before, after) => `${field}: ${before} → ${after}`,
    again: "Use again",
    againLabel: (at) => `Use again as the recipient was on ${at}`,
    saved: {
      created: "The recipient has been added.",
      changed: "The change has been saved.",
      closed: "The recipient is closed.",
      opened: "The recipient is open again."
    },
    moved:
      "Somebody has changed the recipient since you opened the page. Nothing was done; see the history and do it again."
  }
};
