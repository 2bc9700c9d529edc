import type { ReviewCatalogue } from "./en.ts";

export const reviewsZh: ReviewCatalogue<"other"> = {
  title: "审查",
  lead: "某一日的数字：每次重新计算，并与审查定稿时的数字核对。",
  all: "查看所有审查",
  cutOff: "截止日期：{date}。此后的内容不计入，也不显示。",
  another: "另选截止日期",
  apply: "按此日计算",
  back: "回到审查的截止日期",
  anotherDay: "这不是该审查的截止日期：没有定稿数字可供核对。",
  word: "文档（DOCX）",
  files: "数字和清单（ZIP）",
  same: "与{date}审查定稿时的数字相同。",
  records: "所计记录已变更。",
  counting: "同样的记录以另一种方式计算。",
  change: "{label}，{date}：原为{was}，现为{is}",
  nothing: "无数字",
  figure: "{of}中的{n}",
  date: "日期",
  noFigures: "此日及以前没有已知数字。",
  source: "来源：{source}。所知截至{date}。所计：{unit}。",
  notes: "说明",
  checksum: "这些数字的校验和",
  noReview: "没有这一审查。",
  questions: {
    other: "{count}个问题",
  },
  differ: {
    other: "有{count}个数字与{date}定稿的数字不同。",
  },
};
