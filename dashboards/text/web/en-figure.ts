import {formatNumber} from "../../format.ts";

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
    choose: {
      begin: "Choose an area",
      end: "Done choosing",
      hint: "Drag over the dots that you want to see. By keyboard: go to a dot with the arrow keys and press space.",
      closer: "Zoom in on the small ones",
      out: "Show all sizes",
      clear: "Clear the choice",
      cleared: "The choice is cleared.",
      count: (count: number) => `${formatNumber(count, 0, "en")} chosen.`,
      more: (count: number) => `… and ${formatNumber(count, 0, "en")} more in the table.`,
      allSizes: "All sizes are shown.",
      upTo: (size: number) => `Units with up to ${formatNumber(size, 0, "en")} persons behind the figure are shown.`
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
    diagram: "chart"
  },
  live: {
    newRelease: "New figures have come while the page has been open. The old ones are still shown here.",
    reload: "Show the new figures",
    failed: "The figures could not be fetched. The page shows what it showed before.",
    retry: "Try again"
  }
} as const;
