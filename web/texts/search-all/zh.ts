import type { SearchAllCatalogue } from "./en.ts";

export const searchAllZh: SearchAllCatalogue<"other"> = {
  titleFor: "{query} – 全部搜索",
  lead: "一次提问，同时查找法律、做法、文件、国家、决议各部分和概念，并列出每类中最相符的结果。",
  ask: "请在上方输入文字。",
  groups: {
    legislation: "法律",
    practices: "有效做法",
    reports: "文件",
    states: "国家",
    obligations: "决议各部分",
    concepts: "概念",
  },
  none: "没有找到",
  all: { other: "打开全部{count}项" },
  endpoint: "通过 API：",
  concept: "{label}：含有相关词语的法律",
  terms: "另称：{terms}",
  palette: {
    title: "前往页面、国家、法律或概念",
    label: "前往何处？",
    hint: "方向键选择，回车键打开，退出键关闭。",
    close: "关闭",
    page: "页面",
    everything: "全部搜索：{query}",
    none: "没有以此开头的条目。",
    found: { other: "{count}个条目" },
  },
};
