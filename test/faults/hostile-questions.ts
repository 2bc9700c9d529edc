import fc from "fast-check";

/** What people, their keyboards and those who mean harm type into a search box; up to and beyond the 512 characters allowed. */
export function questions(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: words },
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")) },
    { weight: 2, arbitrary: injection },
    { weight: 1, arbitrary: fc.tuple(injection, words).map((pair) => pair.join(" ")) },
    // UTF-16 units at random: half of a pair, controls, characters nobody has assigned.
    {
      weight: 2,
      arbitrary: fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 120 }) },
    { weight: 1, arbitrary: long },
  );
}

const letters = {
  latin: "abcdefghijklmnopqrstuvwxyzéèñüçœ'’",
  arabic: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي\u0640\u064Eةىؤئ٠١٢٣",
  cyrillic: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  han: "核武器出口管制法条例許可國家第一二三條化学生物材料",
  others: "αβγδ עברית हिन्दी ไทย 한국어 ქართული ひらがなカタカナ 🛰️👩‍🔬",
};

const word = fc
  .constantFrom(...Object.values(letters))
  .chain((script) => fc.array(fc.constantFrom(...script), { minLength: 1, maxLength: 14 }))
  .map((characters) => characters.join(""));

const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((some) => some.join(" "));

const marks = [
  "(",
  ")",
  "((",
  "))",
  '"',
  "“",
  "”",
  "«",
  "»",
  "「",
  "」",
  "-",
  "−",
  "|",
  "||",
  "*",
  "**",
  "?",
  "~",
  "^",
];
const piece = fc.oneof(
  fc.constantFrom(
    ...marks,
    " ",
    "\t",
    "\n",
    "\0",
    "\u202E",
    "\u2066",
    "\uFEFF",
    "OR",
    "NOT",
    "AND",
    ":",
    "/",
    "\\",
    "%",
  ),
  word,
  fc.constantFrom("S/RES/1540 (2004)", "第1540(2004)号", "ст. 226¹", "Article L. 1333-9", "المادة ١٢", "SOR/2000-210"),
);

/** Forms that mean something to a search engine, a database, a shell or a browser when they are not taken as words. */
const injection = fc.constantFrom(
  "*:*",
  "_exists_:state",
  "_index:*",
  "labels:*",
  "/.*/",
  "/(a+)+$/",
  "[* TO *]",
  "{!join from=a to=b}",
  '"}}\n{"index":".security"}\n{"query":{"match_all":{}}}',
  '"}\n{"index":"res-*',
  '{"query":{"script":{"script":"1"}}}',
  "${jndi:ldap://127.0.0.1/a}",
  "{{7*7}}",
  "' OR 1=1 --",
  '"; DROP TABLE laws; --',
  "$(id) `id` | id",
  "../../../../etc/passwd",
  "%00%0d%0aSet-Cookie: a=b",
  "\r\nX-Injected: 1",
  "__proto__",
  "constructor prototype toString",
  "<script>alert(1)</script>",
  "</mark><img src=x onerror=alert(1)>",
  "\uE000licence\uE001",
  "a*",
  "*a",
  "a* b* c* d* e* f* g* h*",
  "-- -- --",
  "-(-(-(-a)))",
  '"" "" ""',
  "fuzzy~2 word~ near^5",
);

/** As long as is allowed, a little less, or more. */
const long = fc
  .tuple(
    fc.oneof(
      fc.constantFrom("(", ")", "((", '"', "-", "|", "*", "a", "a ", "a*", "核", "(a ", "-a ", "a | ", "🛰️"),
      word,
    ),
    fc.constantFrom(100, 511, 512, 513, 600, 2000),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
