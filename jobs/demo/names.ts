import {type Engine, quoteText} from "../../queries/engine.ts";

const schoolFirst =
  "Aske Birke Bøge Ege Elme Fyrre Gran Hassel Hylde Kastanje Linde Løv Pile Poppel Rønne Tjørne Ahorn Enebær Slåen Vild Lærke Svale Ravne Storke Måge Hjorte Hare Ræve Bæver Odder Sol Vinde Kilde Mølle Kær Sand Sten Høj Nord Syd Øster Vester Fjord Klint Mose Lyng".split(
    " "
  );
const schoolLast = "lund bakke dal vang mark sø bæk gård holt krog toft vænge have høj".split(" ");

const daycareWords =
  "Solsikken Mælkebøtten Kløvermarken Regnbuen Stjerneskuddet Månestrålen Solstrålen Mariehønen Sommerfuglen Guldsmeden Bien Myretuen Egernet Pindsvinet Muldvarpen Grævlingen Rævehulen Hulen Haren Bæveren Odderen Sælen Hvalen Delfinen Søstjernen Muslingen Strandskallen Bølgen Skumsprøjtet Vandpytten Åkanden Sivet Svalereden Spurven Lærken Gærdesmutten Musvitten Blåmejsen Rødhalsen Uglen Ørnen Svanen Gråspurven Storken Vibereden Mågen Ederfuglen Spætten Bogfinken Nattergalen Skovtrolden Nissebo Eventyret Fantasien Karavanen Karrusellen Gyngen Vippen Rutsjebanen Sandkassen Legestuen Krudtuglen Spilopperne Bullerby Villaen Humlebien Snehvide Tusindfryd Violen Anemonen Vintergækken Krokus Tulipanen Valmuen Kornblomsten Lavendelen Timianen Brombærret Hindbærret Jordbærhaven Blåbærret Æblehaven Pæretræet Kirsebæret Nøddebo Hasselhuset Egehuset Bøgehuset Birkehuset Lindehuset Askebo Fyrrebo Granbo Kastanjen Agernet Skovbrynet Lysningen Stubben Troldehøj Bakkehuset Dalhuset Engen Mosen Kilden Bækken Åen Søhuset Fjordhuset Havblik Klitten Strandhuset Fyrtårnet Fregatten Skibet Jollen Ankeret Kompasset Vindrosen Møllen Vejrhanen Dragen Ballonen Raketten Kometen Nordstjernen Karlsvognen Mælkevejen Solhuset Morgenstjernen".split(
    " "
  );
const daycarePrefixes = {
  both: ["Børnehuset", "Daginstitutionen", "Børnegården", "Det integrerede hus", "Naturbørnehuset", "Børneuniverset"],
  young: ["Vuggestuen", "Vuggehuset", "Den lille vuggestue"],
  old: ["Børnehaven", "Skovbørnehaven", "Naturbørnehaven", "Idrætsbørnehaven"]
} as const;

const leisureWords =
  "Havnen Skuret Værftet Kvarten Loftet Ladet Pakhuset Remisen Tårnet Toppen Kajen Broen Hulen Nordlyset Sydstjernen Østerbo Vestenvinden Plateauet Kanten Spiralen Trekanten Cirklen Prismen Kuben Magneten Kraftværket Dynamoen Gnisten Motoren Propellen Gearet Værkstedet Smedjen Tegnestuen Atelieret Musikhulen Scenen Kulissen Rampen Banen Hallen Boldgården Klubgården Skovlyst Engblik Bakketoppen Dalen Søbredden Åhuset Fjordgården".split(
    " "
  );
const leisurePrefixes = ["SFO", "Fritidshuset", "Klub", "Fritidsklubben", "Ungdomsklubben", "Fritidscenter"];

/** Tables `school_name`, `daycare_name` (with `ages`) and `leisure_name` of invented names, each name once. */
export async function createNames(engine: Engine): Promise<void> {
  const schools = schoolFirst.flatMap((first, row) =>
    schoolLast.map((last, column) => schoolName(first, last, row + column))
  );
  const daycare = Object.entries(daycarePrefixes).flatMap(([ages, prefixes]) =>
    prefixes.flatMap((prefix) => [...new Set(daycareWords)].map((word) => [`${prefix} ${word}`, ages, word] as const))
  );
  const leisure = leisurePrefixes.flatMap((prefix) => leisureWords.map((word) => `${prefix} ${word}`));
  await createList(
    engine,
    "school_name",
    ["name"],
    schools.map((name) => [name])
  );
  await createList(engine, "daycare_name", ["name", "ages", "word"], daycare);
  await createList(
    engine,
    "leisure_name",
    ["name"],
    [...new Set(leisure)].map((name) => [name])
  );
}

/** `høj` takes the second form: a højskole is another kind of school. */
function schoolName(first: string, last: string, index: number): string {
  return `${first}${last}${last === "høj" || index % 5 === 0 ? " Skole" : "skolen"}`;
}

async function createList(
  engine: Engine,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[]
): Promise<void> {
  const values = rows.map((row) => `(${row.map(quoteText).join(", ")})`);
  await engine.run(`CREATE TABLE ${table} AS SELECT * FROM (VALUES ${values.join(", ")}) AS t(${columns.join(", ")})`);
}
