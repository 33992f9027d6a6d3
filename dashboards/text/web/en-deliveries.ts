import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishDeliveries = {
  deliveries: {
    title: "Deliveries",
    lead: "A delivery is accepted whole or not at all. The validation names rules and line numbers, never a person's data.",
    empty: "No deliveries have been received yet.",
    received: "Received",
    file: "File",
    standard: "Data standard",
    municipality: "Municipality",
    municipalities: (count: number) => many(count, "municipality", "municipalities"),
    periods: "Periods",
    rows: "Rows",
    findings: "Remarks",
    status: "Status",
    statuses: {
      accepted: "Accepted",
      rejected: "Rejected",
      replaced: "Replaced by a newer one",
      partlyReplaced: "Partly replaced"
    },
    none: "none",
    errors: (count: number) => many(count, "error", "errors"),
    warnings: (count: number) => many(count, "warning", "warnings"),
    all: "All",
    filter: "Show only",
    apply: "Show",
    listed: (count: number) => many(count, "delivery", "deliveries"),
    caption: "Deliveries, newest first"
  },
  delivery: {
    title: (file: string) => `Delivery: ${file}`,
    facts: "About the delivery",
    id: "The delivery's number",
    idNote: "The number is the file's SHA-256. The same file is always the same delivery.",
    read: "Read as",
    mapping: "Mapping",
    report: "Validation report",
    clean: "The validation found no errors and no warnings.",
    accepted: "The delivery has been accepted and is part of the computations.",
    acceptedReplaced: "The delivery has been accepted. Newer deliveries have taken the place of all of it.",
    acceptedPartlyReplaced:
      "The delivery has been accepted. Newer deliveries have taken the place of part of it; the rest enters the calculations.",
    rejected:
      "The delivery has been rejected as a whole. Nothing from it is part of the computations. Correct the errors and send the file again.",
    rule: "Rule",
    severity: "Severity",
    severities: {error: "Error", warning: "Warning"},
    message: "What was found?",
    count: "Count",
    lines: "First lines",
    noLines: "the whole file",
    quarantine: "The rows behind the remarks",
    quarantineNote: (path: string) =>
      `The rows concerned are in the file ${path} in the data folder of whoever runs the installation. They may hold personal data and are therefore not shown here. The data steward can ask for them; somebody else must approve it.`,
    coverage: "Coverage of the mapping",
    coverageLead: "Which local codes met a code of the standard, and which did not?",
    met: "Met a code",
    unmet: "Met none",
    parts: "Periods in the delivery"
  },
  standards: {
    title: "Data standards",
    lead: "A data standard is content that every municipality can deliver in the same way. Validation, description and schema come from the same file.",
    columns: (count: number) => many(count, "column", "columns"),
    rules: (count: number) => many(count, "rule", "rules"),
    obligations: {mandatory: "Mandatory", recommended: "Recommended"},
    version: (version: number) => `version ${version}`
  },
  standard: {
    facts: "About the standard",
    purpose: "Purpose",
    legalBasis: "Legal basis",
    owner: "Owner",
    obligation: "Obligation",
    retention: "Retention",
    keep: (months: number) =>
      `${months % 12 === 0 ? `${months / 12} years` : `${months} months`} after the end of the period`,
    period: "Period",
    periods: {"half-year": "Half-year", "school-year": "School year", year: "Calendar year", any: "By the content"},
    key: "Key",
    keyNote: "Together the columns are unique within a delivery.",
    columns: "Columns",
    column: "Column",
    description: "Description",
    type: "Type",
    types: {
      text: "Text",
      integer: "Whole number",
      decimal: "Decimal",
      date: "Date",
      boolean: "Yes/no",
      period: "Period"
    },
    required: "Must be filled in",
    optional: "May be left out",
    personal: "Information",
    personals: {
      none: "Not personal",
      pseudonym: "Pseudonym of a person",
      ordinary: "Ordinary personal data",
      confidential: "Confidential personal data",
      special: "Special category (article 9)"
    },
    range: (low: string, high: string) => `${low} to ${high}`,
    from: (low: string) => `at least ${low}`,
    to: (high: string) => `at most ${high}`,
    codes: "Codes",
    code: "Code",
    meaning: "Meaning",
    valid: "Valid",
    validFrom: (date: string) => `from ${date}`,
    validTo: (date: string) => `to ${date}`,
    always: "always",
    references: (standard: string) => `Must exist in ${standard}`,
    rules: "Rules",
    noRules: "The standard has no rules beyond types, codes and key.",
    rule: "Rule",
    download: "Download as Table Schema (JSON)",
    codeSource: "Source",
    usedBy: "Indicators built on the standard"
  }
} as const;
