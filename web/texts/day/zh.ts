import type { DayCatalogue } from "./en.ts";

export const dayZh: DayCatalogue<"other"> = {
  day: "日期",
  apply: "显示当日法律",
  rule: "依来源所载日期：自生效之日起（未载明的，自通过之日起），至废止或下一版本生效为止。仅知年份或月份的，自其第一日起计算。",
  left: { other: "另有{count}部法律，其日期不足以说明当日是否有效。" },
  show: "一并显示",
  included: { other: "其中{count}部法律的日期不足以说明当日是否有效。" },
  hide: "不显示这些法律",
};
