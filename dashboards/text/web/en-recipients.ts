import type {Widened} from "../widened.ts";
import type {danishRecipients} from "./da-recipients.ts";
import {many} from "./many.ts";

export const englishRecipients: Widened<typeof danishRecipients> = {
  recipients: {
    title: "Recipients",
    lead: "Who gets which data packages, and what has arrived. A recipient only gets editions of units within their own area.",
    stopped: "Mail that did not arrive",
    stoppedLead:
      "Mail to these addresses came back. Nothing more is sent until somebody has mended the address or opened it again.",
    since: "Since",
    reason: "The mail server's answer",
    open: "Open the address",
    openAll: "Open it, and send what did not arrive",
    opened: "Mail is sent to the address again.",
    openedAll: (count) =>
      `Mail is sent to the address again. ${many(count, "package is", "packages are", "en-GB")} sent at the next run.`,
    gone: "The address was not closed.",
    list: "All recipients",
    count: (count) => many(count, "recipient", "recipients", "en-GB"),
    none: "There are no recipients yet.",
    add: "Add a recipient",
    elsewhere:
      "Recipients in folders and webhooks hold paths and secrets; whoever runs the system adds and closes them on the server (“aarshjul recipients”).",
    name: "Name",
    channel: "How",
    channels: {mail: "mail", folder: "folder", webhook: "webhook"},
    forms: {attached: "PDF attached", link: "link only"},
    scope: "Area",
    editions: "Editions",
    got: "Delivered",
    last: "Last",
    never: "–",
    closed: "closed",
    noMail: "gets no mail",
    bounces: "What came back last",
    issue: "Package",
    at: "When",
    actions: {failed: "did not arrive", delayed: "delayed"},
    sources: {smtp: "at once", report: "later", hand: "noted by hand"}
  }
};
