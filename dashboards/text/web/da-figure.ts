import {formatNumber} from "../../format.ts";

/** Words around every chart, and what the script says. */
export const danishFigure = {
  figure: {
    table: "Vis tallene som tabel",
    download: "Hent",
    formats: {
      csv: "CSV (regneark)",
      xlsx: "Excel",
      parquet: "Parquet",
      arrow: "Arrow",
      svg: "SVG (billede)",
      png: "PNG (billede)"
    },
    choose: {
      begin: "Vælg et område",
      end: "Færdig med at vælge",
      hint: "Træk hen over de prikker, du vil se. Med tastatur: gå til en prik med piletasterne og tryk på mellemrum.",
      closer: "Zoom ind på de små",
      out: "Vis alle størrelser",
      clear: "Ryd valget",
      cleared: "Valget er ryddet.",
      count: (count: number) => (count === 1 ? "1 er valgt." : `${formatNumber(count, 0, "da")} er valgt.`),
      more: (count: number) => `… og ${formatNumber(count, 0, "da")} flere i tabellen.`,
      allSizes: "Alle størrelser vises.",
      upTo: (size: number) => `Enheder med op til ${formatNumber(size, 0, "da")} personer bag tallet vises.`
    },
    source: (release: string, address: string) => `Aarshjul, frigivelse ${release}, ${address}`,
    aboutSheet: "Om tallene",
    about: {
      title: "Titel",
      indicator: "Nøgletal",
      definition: "Definition og version",
      period: "Periode",
      finding: "Med ord",
      release: "Frigivelse",
      address: "Adresse",
      note: "Bemærk"
    },
    walk: "Brug piletasterne til at gå fra punkt til punkt, Enter for at åbne og Escape for at slippe.",
    follow: "Enter åbner",
    diagram: "diagram"
  },
  live: {
    newRelease: "Der er kommet nye tal, mens siden har stået åben. Her vises stadig de gamle.",
    reload: "Vis de nye tal",
    failed: "Tallene kunne ikke hentes. Siden viser det, den viste før.",
    retry: "Prøv igen"
  }
} as const;
