import type { SearchAllCatalogue } from "./en.ts";

export const searchAllRu: SearchAllCatalogue<"one" | "few" | "many" | "other"> = {
  titleFor: "{query} – Поиск по всему",
  lead: "Законы, практика, документы, государства, части резолюции и понятия по одному вопросу, лучшее каждого рода.",
  ask: "Введите слова выше.",
  groups: {
    legislation: "Законы",
    practices: "Эффективная практика",
    reports: "Документы",
    states: "Государства",
    obligations: "Части резолюции",
    concepts: "Понятия",
  },
  none: "ничего не найдено",
  all: {
    one: "Открыть все ({count})",
    few: "Открыть все ({count})",
    many: "Открыть все ({count})",
    other: "Открыть все ({count})",
  },
  endpoint: "Через API:",
  concept: "{label}: законы с этими словами",
  terms: "также: {terms}",
  palette: {
    title: "Перейти к странице, государству, закону или понятию",
    label: "Куда?",
    hint: "Стрелки выбирают, клавиша ввода открывает, клавиша отмены закрывает.",
    close: "Закрыть",
    page: "Страница",
    everything: "Искать по всему: {query}",
    none: "Ничего с таким началом нет.",
    found: { one: "{count} запись", few: "{count} записи", many: "{count} записей", other: "{count} записи" },
  },
};
