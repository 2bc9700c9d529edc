import { createContext, use, useContext, useDeferredValue, useLayoutEffect, useMemo, type ReactNode } from "react";
import { useLocation, useSearchParams } from "react-router";
import * as z from "zod/mini";
import { isRightToLeft, Language, languages } from "#domain/languages.ts";
import { catalogueIn } from "./texts/catalogue.ts";
import type { Plural, Texts } from "./texts/en.ts";

/** What a page needs to speak its visitor's language. */
export interface Interface {
  language: Language;
  texts: Texts;
  /** A text with its `{names}` filled in. */
  fill: (template: string, values: Values) => string;
  /** The form of a text that a number asks for, the number written into `{count}`. */
  count: (forms: Plural, count: number, values?: Values) => string;
  number: (value: number) => string;
  /** An ISO 8601 date of any precision: 2004, 2004-04, 2004-04-28. */
  date: (date: string) => string;
  /** Names in the order of this language's alphabet. */
  compare: (a: string, b: string) => number;
}

type Values = Record<string, string>;

export function useInterface(): Interface {
  const found = useContext(InterfaceContext);
  if (found === null) throw new Error("useInterface() is called outside InterfaceProvider");
  return found;
}

/** Chooses the language of the pages: `ui` in the address, else the stored choice, else the browser's, else English. Suspends until its texts are there. */
export function InterfaceProvider({ children }: { children: ReactNode }) {
  const [search] = useSearchParams();
  const chosen = asLanguage(search.get("ui")) ?? storedLanguage() ?? browserLanguage() ?? "en";
  // The page stays in its language until the texts of the next one are there.
  const language = useDeferredValue(chosen);
  const texts = use(catalogueIn(language));
  const value = useMemo(() => interfaceIn(language, texts), [language, texts]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = isRightToLeft(language) ? "rtl" : "ltr";
  }, [language]);
  return <InterfaceContext value={value}>{children}</InterfaceContext>;
}

/** The words and formats of one language. */
export function interfaceIn(language: Language, texts: Texts): Interface {
  const locale = locales[language];
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const collator = new Intl.Collator(locale, { numeric: true });
  // Made once: making one takes longer than writing a hundred dates.
  const dateFormat = (precision: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { year: "numeric", ...precision, timeZone: "UTC" });
  const dates = {
    year: dateFormat({}),
    month: dateFormat({ month: "long" }),
    day: dateFormat({ month: "long", day: "numeric" }),
  };
  const fill = (template: string, values: Values) =>
    template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : isolated(value, language);
    });
  return {
    language,
    texts,
    fill,
    count: (forms, count, values = {}) =>
      fill((forms[rules.select(count)] ?? forms.other).replaceAll("{count}", numbers.format(count)), values),
    number: (value) => numbers.format(value),
    date: (date) => dates[precisionOf(date)].format(new Date(date)),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** The choice of a language: kept for later visits, and the address that shows this page in it. */
export function useLanguageChoice(): { addressIn: (language: Language) => string; keep: (language: Language) => void } {
  const { pathname, search, hash } = useLocation();
  return {
    addressIn: (language) => {
      const changed = new URLSearchParams(search);
      changed.set("ui", language);
      return `${pathname}?${changed}${hash}`;
    },
    keep: (language) => {
      try {
        localStorage.setItem(storageKey, language);
      } catch {
        // A browser that keeps nothing still has the language in the address.
      }
    },
  };
}

const InterfaceContext = createContext<Interface | null>(null);

const storageKey = "interface-language";

/** English as the United Nations writes it: British spelling, the day before the month. */
const locales: Record<Language, string> = { ar: "ar", zh: "zh-CN", en: "en-GB", fr: "fr", ru: "ru", es: "es" };

function asLanguage(given: string | null | undefined): Language | undefined {
  const parsed = z.safeParse(Language, given);
  return parsed.success ? parsed.data : undefined;
}

function storedLanguage(): Language | undefined {
  try {
    return asLanguage(localStorage.getItem(storageKey));
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language | undefined {
  return navigator.languages.map((tag) => languages.find((language) => tag.startsWith(language))).find(Boolean);
}

function precisionOf(date: string): "year" | "month" | "day" {
  if (date.length <= 4) return "year";
  return date.length <= 7 ? "month" : "day";
}

/** Sets a value apart where left-to-right and right-to-left meet: a Chinese title in an Arabic sentence keeps its place. */
function isolated(value: string, language: Language): string {
  if (!isRightToLeft(language) && !/\p{Script=Arabic}/u.test(value)) return value;
  // A value filled before has its letters set apart already, and so none that show its direction: it is the page's.
  const start = !value.includes("\u2068") ? "\u2068" : isRightToLeft(language) ? "\u2067" : "\u2066";
  return `${start}${value}\u2069`;
}
