/** ECharts ships no Danish and would fall back to English without a word. */
export const danishLocale = {
  time: {
    month: [
      "januar",
      "februar",
      "marts",
      "april",
      "maj",
      "juni",
      "juli",
      "august",
      "september",
      "oktober",
      "november",
      "december"
    ],
    monthAbbr: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    dayOfWeek: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
    dayOfWeekAbbr: ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."]
  },
  legend: {selector: {all: "Alle", inverse: "Omvendt"}},
  toolbox: {
    brush: {
      title: {
        rect: "Vælg i en firkant",
        polygon: "Vælg frit",
        lineX: "Vælg vandret",
        lineY: "Vælg lodret",
        keep: "Behold det valgte",
        clear: "Ryd det valgte"
      }
    },
    dataView: {title: "Tal", lang: ["Tal", "Luk", "Opdatér"]},
    dataZoom: {title: {zoom: "Zoom ind", back: "Zoom ud igen"}},
    magicType: {
      title: {line: "Vis som linjer", bar: "Vis som søjler", stack: "Stablet", tiled: "Ved siden af hinanden"}
    },
    restore: {title: "Gendan"},
    saveAsImage: {title: "Gem som billede", lang: ["Højreklik for at gemme billedet"]}
  },
  series: {
    typeNames: {
      pie: "Cirkeldiagram",
      bar: "Søjlediagram",
      line: "Linjediagram",
      scatter: "Punktdiagram",
      effectScatter: "Punktdiagram",
      radar: "Radardiagram",
      tree: "Træ",
      treemap: "Trækort",
      boxplot: "Kassediagram",
      candlestick: "Kursdiagram",
      k: "Kursdiagram",
      heatmap: "Varmekort",
      map: "Kort",
      parallel: "Parallelle koordinater",
      lines: "Linjer",
      graph: "Netværk",
      sankey: "Strømdiagram",
      funnel: "Tragt",
      gauge: "Måler",
      pictorialBar: "Billedsøjler",
      themeRiver: "Temaflod",
      sunburst: "Solstråler",
      custom: "Diagram",
      chart: "Diagram"
    }
  },
  aria: {
    general: {withTitle: "Et diagram om »{title}«", withoutTitle: "Et diagram"},
    series: {
      single: {
        prefix: "",
        withName: " af typen {seriesType} med navnet {seriesName}.",
        withoutName: " af typen {seriesType}."
      },
      multiple: {
        prefix: " med {seriesCount} serier.",
        withName: " Serie {seriesId} er et {seriesType}, der viser {seriesName}.",
        withoutName: " Serie {seriesId} er et {seriesType}.",
        separator: {middle: "", end: ""}
      }
    },
    data: {
      allData: "Tallene er: ",
      partialData: "De første {displayCnt} er: ",
      withName: "{name}: {value}",
      withoutName: "{value}",
      separator: {middle: "; ", end: ". "}
    }
  }
} as const;
