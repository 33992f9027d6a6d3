import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishUnits = {
  packages: {
    title: "Data packages",
    lead: "Each package is one unit, one half-year and one language. A corrected package gets a new number and names the one it replaces.",
    listed: (count: number) => many(count, "package", "packages"),
    filter: "Show only",
    municipality: "Municipality",
    period: "Period",
    edition: "Edition",
    language: "Language",
    all: "All",
    apply: "Show",
    unit: "Unit",
    number: "No.",
    built: "Built",
    pages: "Pages",
    read: "Read",
    web: "Web page",
    pdf: "PDF",
    data: "Data",
    details: "About the package",
    replacedBy: (number: number) => `Replaced by no. ${number}`,
    replaces: (issue: string) => `Replaces ${issue}`,
    empty: "No data packages match the choice.",
    languages: {da: "Danish", en: "English"},
    caption: "Data packages with edition, period and links"
  },
  issue: {
    title: (edition: string, unit: string) => `${edition}: ${unit}`,
    readWeb: "Read the package here",
    readPdf: "Open as PDF",
    pages: (count: number) => many(count, "page", "pages"),
    facts: "About the package",
    unit: "Unit",
    edition: "Edition",
    period: "Period",
    number: "Number",
    built: "Built",
    language: "Language",
    release: "Release",
    checksum: "Checksum",
    checksumNote: "Computed over the package's figures. The same sum stands on the front page of the package.",
    replaces: "Replaces",
    replacedBy: "Replaced by",
    replacedWarning: "There is a newer edition of this package.",
    toNewest: "Go to the new edition",
    files: "Files",
    filesLead: "The figures in the files are those of the package. SHA-256 shows that a file is unchanged.",
    file: "File",
    size: "Size",
    content: "Content",
    kinds: {
      pdf: "The package for print",
      html: "The package as a web page",
      csv: "Spreadsheet (semicolon, decimal comma)",
      parquet: "Parquet",
      arrow: "Arrow IPC",
      datapackage: "Description of the data (Data Package v2)",
      manifest: "Table of contents of the package",
      other: "Data"
    },
    definitions: (count: number) => `${many(count, "definition", "definitions")} in the package`,
    extracts: (count: number) => `${many(count, "extract", "extracts")} behind the package`,
    version: "Version",
    standard: "Data standard",
    groups: "Comparison groups",
    members: "Municipalities in the group"
  },
  unit: {
    lead: (kind: string, place: string) => `${kind} in ${place}`,
    closed: (date: string) => `Closed ${date}`,
    closedNote: "The unit no longer exists. The figures stop here, or go on in the unit that it became part of.",
    noPackages: "No data packages have been built for the unit.",
    interval: (text: string) => `uncertainty ${text}`,
    lastKnown: (value: string, period: string) => `The latest figure was ${value} (${period})`,
    findingsLead: "What supervision, observations and conversations have shown. Findings and figures weigh the same.",
    someFindings: (shown: number, all: number) =>
      `The ${shown} newest of ${all.toLocaleString("en-GB")} findings are here.`,
    moreFindings: (count: number) => `Show ${many(count, "more finding", "more findings")}`,
    noFindings:
      "The release has no findings for the unit. The figures stand alone, and half of the picture is missing.",
    children: {
      region: "Regions",
      municipality: "Municipalities",
      area: "Areas",
      school: "Schools",
      daycare: "Day care",
      leisure: "Leisure",
      class: "Classes"
    },
    showAll: (count: string) => `Show all ${count}`,
    childrenLead: "In alphabetical order. The order says nothing about quality.",
    number: "Number"
  }
} as const;
