/** The texts of the page about the Compendium, apart from the others because few visitors load them. */
export type AboutTexts = Translated<typeof aboutEn>;

type Translated<Part> = Part extends string ? string : { [Key in keyof Part]: Translated<Part[Key]> };

export const aboutEn = {
  title: "About the Compendium",
  lead: "The Compendium 1540 helps to find what national laws say on the subjects of Security Council resolution 1540 (2004): keeping nuclear, chemical and biological weapons, their means of delivery and related materials out of the hands of non-State actors.",
  method: {
    title: "How it is made",
    gathered:
      "Texts of laws come from public sources, as files. Programs read them, cut them at their own marks (articles, sections, schedules) and keep the words as they stand. Nothing is rewritten, summed up or translated by a program.",
    search:
      "A search looks for all the words in the whole law and shows the provisions that fit best. Related terms in the six official languages are added from a list of terms; the page shows each of them, and one click leaves them out.",
    editors:
      "Beside some provisions stands a summary in our own words with the codes of the obligations it concerns. Editors of the Compendium wrote these after reading the provision. They are a reading aid, marked as such, and not a view of the State or of the Committee.",
    status:
      "A law is called “in force” only where its source says so. Where the source is silent, the status is “not stated”.",
  },
  limits: {
    title: "What it is not",
    official:
      "It is not an official product of the United Nations, and it does not speak for the Security Council, its Committee established pursuant to resolution 1540 (2004), the Secretariat or any State.",
    judgement:
      "It does not judge how far a State meets its obligations and does not set States against each other. Lists of States are in the order of the alphabet. The number of laws shown for a State says what was loaded here, nothing more.",
    complete:
      "It is not complete. A law that is not here may exist; a State without laws here may have many. No conclusion can be drawn from an absence.",
    authentic:
      "It holds copies. Only the text published by the State is authentic. Translations are unofficial unless marked as official.",
    advice: "It gives no legal advice, and showing a text does not mean that it is a model for others.",
  },
  sources: {
    title: "Sources and licences",
    laws: "Texts of laws: each law’s page names its source, the file and the licence as the source states it. Whether laws are free of copyright differs from State to State; check before you publish them elsewhere.",
    states: "Member States, their names in six languages, regions and regional groups: {source}, as of {date}.",
    register: "Summaries, obligation codes and related terms: written for the Compendium.",
    software:
      "The software is free under the Apache License 2.0. The typeface is Noto Sans, under the SIL Open Font License 1.1.",
    privacy:
      "The pages load nothing from other servers and follow nobody. Your browser keeps the language you choose, and nothing else.",
  },
  questions: {
    title: "Questions",
    resolution: {
      question: "What does resolution 1540 (2004) ask of States?",
      answer:
        "In short: to give no support to non-State actors that seek such weapons; to have and enforce laws that forbid this; and to control the materials concerned, by accounting for them, protecting them, watching borders and regulating exports, transit and financing. The Security Council adopted it on 28 April 2004.",
    },
    codes: {
      question: "What do codes such as OP3D.05 mean?",
      answer:
        "OP3D stands for operative paragraph 3 (d) of the resolution; the number after the point names a subject within it. A code is a way to find things; it does not say that an obligation is met.",
    },
    missing: {
      question: "Why can I not find a law that I know exists?",
      answer:
        "It may not have been loaded, or only in another language or version, or its text uses other words. Try its number, fewer words, or words of its own language.",
    },
    boolean: {
      question: "Can I search for exact words?",
      answer:
        "Yes. Words in quotation marks are taken literally. A minus sign leaves a word out, a vertical bar means “or”, brackets group, and an asterisk stands for any ending.",
    },
    link: {
      question: "How do I link to a provision?",
      answer:
        "Click its number and copy the address. The address of a law and of its provisions stays the same; so does the address of a search with all its filters.",
    },
    reuse: {
      question: "Can I use the data elsewhere?",
      answer:
        "Every list can be downloaded as CSV, and everything the pages show can be asked for from other programs. Please pass the words of caution on with the data.",
      api: "The interface for programs",
    },
  },
};
