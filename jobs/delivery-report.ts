/** Reads what a mail server writes back about a mail that it could not deliver: RFC 3464 in a `multipart/report`. */
import PostalMime from "postal-mime";

/** What became of the mail at one recipient. */
export interface ReportedRecipient {
  readonly address: string;
  readonly action: "failed" | "delayed";
  /** `5.1.1`. */
  readonly status: string;
  readonly answer: string;
}

export interface DeliveryReport {
  /** The Message-ID of the mail that it is about, with its angle brackets. */
  readonly messageId: string;
  readonly recipients: readonly ReportedRecipient[];
}

const longestReport = 5_000_000;
const options = {
  forceRfc822Attachments: true,
  attachmentEncoding: "utf8",
  maxNestingDepth: 20,
  maxHeadersSize: 200_000
} as const;

/** Null where the mail is no delivery report, or says neither which mail it is about nor that anything went wrong. */
export async function readReport(bytes: Uint8Array): Promise<DeliveryReport | null> {
  if (bytes.length > longestReport) return null;
  const parsed = await PostalMime.parse(bytes, options).catch(() => null);
  if (!parsed) return null;
  const {attachments} = parsed;
  const textOf = (...types: readonly string[]) =>
    attachments.filter(({mimeType}) => types.includes(mimeType)).map(({content}) => String(content));
  const [status] = textOf("message/delivery-status", "message/global-delivery-status");
  const [original] = textOf("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
  if (status === undefined || original === undefined) return null;
  const messageId = headerOf(original.split(/\r?\n\r?\n/)[0]!, "message-id");
  const recipients = status
    .split(/\r?\n[ \t]*\r?\n/)
    .map(recipientOf)
    .filter((recipient) => recipient !== null);
  return messageId && recipients.length > 0 ? {messageId, recipients} : null;
}

/** The first block is about the mail as a whole and names nobody. */
function recipientOf(block: string): ReportedRecipient | null {
  const action = headerOf(block, "action").toLowerCase();
  const named = headerOf(block, "original-recipient") || headerOf(block, "final-recipient");
  const address = named.replace(/^[^;]*;\s*/, "").replace(/^<|>$/g, "");
  if (!address || (action !== "failed" && action !== "delayed")) return null;
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(headerOf(block, "status"))?.[0] ?? "";
  const answer = headerOf(block, "diagnostic-code").replace(/^\w+;\s*/, "") || status;
  return {address, action, status, answer};
}

/** One header's value with its continuation lines; `` where there is none. */
function headerOf(block: string, name: string): string {
  const match = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im").exec(block);
  return (match?.[1] ?? "").replaceAll(/\s+/g, " ").trim();
}
