import type {MailText} from "../../text-mail.ts";

export const englishMail: MailText = {
  subject: (unit, period) => `Data package: ${unit}, ${period}`,
  correctedSubject: (unit, period) => `Corrected data package: ${unit}, ${period}`,
  demonstration: "Demonstration data. The figures are invented.",
  demonstrationMark: "[Demonstration]",
  ready: (unit) => `The data package for ${unit} is ready`,
  corrected: (unit) => `The data package for ${unit} has been corrected`,
  edition: (edition, period) => `${edition}, ${period}.`,
  correction: (issue) => `This issue replaces ${issue}. What is corrected:`,
  standsOut: "What stands out",
  nothing: "Nothing in the figures stands out from the comparisons beyond the uncertainty.",
  mirror: "The figures are a mirror, not a verdict. They do not replace the conversation.",
  read: "Read the whole package as a web page",
  attached: "The package is attached as a PDF.",
  linked: "Fetch the package as a PDF",
  why: (name) => `This mail was sent to ${name}, who is a recipient of this package. It was made automatically.`,
  issue: "Issue",
  checksum: "Checksum"
};
