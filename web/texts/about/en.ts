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
    figures:
      "Figures count acts, provisions and cells that are recorded, each with its date, its source and the number it is a part of. Where nothing is recorded, a figure says so instead of nought.",
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
    table: "Where the tables are from",
    what: "What",
    from: "From",
    licence: "Licence",
    asOf: "As of",
    rows: {
      names: "States, groups and regions",
      treaties: "Acts towards treaties",
      editors: "Register, summaries, codes and terms",
      membership: "Days of admission to the United Nations (from memory)",
      figures: "Totals published by the Committee and others",
      matrices: "Matrix questions (some from memory); demonstration matrices (drawn from a seed)",
      practices: "Effective practices",
      documents: "Committee documents",
      characters: "Traditional and Simplified characters",
    },
  },
  cite: {
    title: "How to cite",
    law: "Cite a law from its own page: it gives the citation of the law, or of the provision you have linked to, as text, BibTeX, RIS and CSL. Cite the text that the State publishes; ours is a copy.",
    list: "Cite a list or a figure by its address. It holds every filter. Name the day you read it and the version of the data, which every download and every answer of the interface for programs carries.",
    words:
      "Pass the words of caution on: what you take from here is reference information and no judgement of a State.",
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
    committee: {
      question: "Is the Committee a sanctions committee?",
      answer:
        "No. Paragraph 4 of the resolution set it up to report on implementation. It names no persons and imposes nothing. It works through dialogue and helps to bring requests for assistance and offers together.",
    },
    nonState: {
      question: "Who is a non-State actor?",
      answer:
        "For the resolution, a person or body that acts without the lawful authority of any State in what the resolution covers. A note to its preamble says so.",
    },
    delivery: {
      question: "What are means of delivery and related materials?",
      answer:
        "By the same note: missiles, rockets and other unmanned systems made for such weapons and able to carry them; and materials, equipment and technology that treaties or national control lists cover and that could serve to design, develop, produce or use such weapons or their means of delivery.",
    },
    treaties: {
      question: "Does the resolution change the treaties?",
      answer:
        "No. Paragraph 5 leaves the rights and duties of the parties to the treaties on nuclear, chemical and biological weapons as they are, and likewise the tasks of the International Atomic Energy Agency and of the Organisation for the Prohibition of Chemical Weapons.",
    },
    lists: {
      question: "Does the resolution prescribe a control list?",
      answer:
        "No. Paragraph 6 says that national control lists are useful and calls upon States, where needed, to draw them up soon. What stands on them is for each State to decide.",
    },
    reporting: {
      question: "How often does a State report?",
      answer:
        "Paragraph 4 asked for a first report by 28 October 2004. Later resolutions encourage States to send further information when there is some. There is no fixed interval.",
    },
    matrix: {
      question: "What is the matrix?",
      answer:
        "A table for each State in which the Committee’s experts note, row by row, the measures they found in the State’s reports and in other official information. The Committee approves it. It is a tool for dialogue and assistance; an entry is a fact noted and no judgement.",
    },
    values: {
      question: "What do X, ?, NA and an empty cell say?",
      answer:
        "X: steps are recorded, with references; it does not say that the obligation is met in full. ?: references may not fit or are incomplete. NA: not applicable. Empty: no information was given or found, which does not say that there is no law. The Compendium adds a fifth, “not yet coded”, where nobody has looked, and never adds any two of them together.",
    },
    demonstration: {
      question: "Why is there demonstration data?",
      answer:
        "The Committee’s matrices are not at hand as data. So that the charts can be seen at work, matrices drawn at random from a seed stand in until real ones are loaded. They say nothing about any State, are marked wherever they show, and are never mixed with real figures.",
    },
    proposed: {
      question: "What does “proposed by machine” mean?",
      answer:
        "A program found words in a provision that belong to an obligation. No editor has read it for that. Such provisions help to find things and are counted apart from what editors have recorded.",
    },
    order: {
      question: "Why are States not set against each other?",
      answer:
        "The numbers show what was loaded and read here, and that differs from State to State. The Committee treats all States alike, and so do these pages: lists go by the alphabet.",
    },
    practice: {
      question: "What is an effective practice?",
      answer:
        "Something that a State or an organization found useful in carrying out the resolution and made known of its own will, so that others may use what suits them. Paragraph 12 of resolution 1977 (2011) asks the Committee to collect such practices.",
    },
    assistance: {
      question: "Where does a State turn for assistance?",
      answer:
        "To the Committee: paragraph 7 of the resolution invites States that can to offer help to those that ask for it. The Compendium takes no requests.",
    },
    current: {
      question: "How current is it?",
      answer:
        "Each list and each block of a State’s page carries its own date. A law is as its source had it on the day it was loaded; acts towards treaties are known until the day that stands beside them.",
    },
    mistakes: {
      question: "I found a mistake. What now?",
      answer:
        "Say what is wrong and where the right fact can be read, to whoever runs this copy of the Compendium. The tables are open, and a change of a provision’s wording is noticed by itself: what an editor said of the old words no longer counts.",
    },
    own: {
      question: "Can I load laws, matrices, practices and reports of my own?",
      answer: "Yes, into a copy that you run yourself. The help shows each step, with sample files.",
    },
    reuse: {
      question: "Can I use the data elsewhere?",
      answer:
        "Every list can be downloaded as CSV, and everything the pages show can be asked for from other programs. Please pass the words of caution on with the data.",
      api: "The interface for programs",
    },
  },
};
