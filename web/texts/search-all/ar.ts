import type { SearchAllCatalogue } from "./en.ts";

export const searchAllAr: SearchAllCatalogue<"zero" | "one" | "two" | "few" | "many" | "other"> = {
  titleFor: "{query} – البحث في كل شيء",
  lead: "القوانين والممارسات والوثائق والدول وأجزاء القرار والمفاهيم لسؤال واحد، مع أفضل ما في كل نوع.",
  ask: "اكتب بعض الكلمات أعلاه.",
  groups: {
    legislation: "القوانين",
    practices: "الممارسات الفعالة",
    reports: "الوثائق",
    states: "الدول",
    obligations: "أجزاء القرار",
    concepts: "المفاهيم",
  },
  none: "لم يُعثر على شيء",
  all: {
    zero: "لا شيء لفتحه",
    one: "فتح النتيجة الوحيدة",
    two: "فتح النتيجتين",
    few: "فتح النتائج كلها ({count})",
    many: "فتح النتائج كلها ({count})",
    other: "فتح النتائج كلها ({count})",
  },
  endpoint: "من واجهة البرامج:",
  concept: "{label}: القوانين التي ترد فيها كلماته",
  terms: "أيضا: {terms}",
  palette: {
    title: "الانتقال إلى صفحة أو دولة أو قانون أو مفهوم",
    label: "إلى أين؟",
    hint: "تختار مفاتيح الأسهم، ويفتح مفتاح الإدخال، ويغلق مفتاح الخروج.",
    close: "إغلاق",
    page: "صفحة",
    everything: "البحث في كل شيء عن {query}",
    none: "لا شيء يبدأ بهذا.",
    found: {
      zero: "لا مدخلات",
      one: "مدخل واحد",
      two: "مدخلان",
      few: "{count} مدخلات",
      many: "{count} مدخلا",
      other: "{count} مدخل",
    },
  },
};
