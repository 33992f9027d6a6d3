export const englishFigure = {
  figure: {
    table: "Show the figures as a table",
    download: "Download",
    formats: {
      csv: "CSV (spreadsheet)",
      xlsx: "Excel",
      parquet: "Parquet",
      arrow: "Arrow",
      svg: "SVG (picture)",
      png: "PNG (picture)"
    },
    source: (release: string, address: string) => `Aarshjul, release ${release}, ${address}`,
    aboutSheet: "About",
    about: {
      title: "Title",
      indicator: "Indicator",
      definition: "Definition and version",
      period: "Period",
      finding: "In words",
      release: "Release",
      address: "Address",
      note: "Note"
    },
    walk: "Use the arrow keys to go from point to point, Enter to open and Escape to leave.",
    follow: "Enter opens",
    diagram: "chart",
    of: (place: string, all: string) => `${place} of ${all}`
  },
  live: {
    newRelease: "New figures have come while the page has been open. The old ones are still shown here.",
    reload: "Show the new figures",
    failed: "The figures could not be fetched. The page shows what it showed before.",
    retry: "Try again"
  }
} as const;
