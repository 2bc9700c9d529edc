import type { ObligationCatalogue } from "./en.ts";

export const obligationsZh: ObligationCatalogue<"other"> = {
  obligation: "义务",
  paragraph: "第{number}段",
  kinds: {
    information: "仅供参考",
    voluntary: "自愿",
    recommended: "建议",
    notice: "说明",
  },
  nothing: "没有记录相关信息",
  list: {
    title: "决议规定的义务",
    lead: "安全理事会第1540(2004)号决议逐段列出，并附本库中与各部分有关的国家法律。",
    meaning: "数字的含义",
    says: "数字统计的是本库的记录：编者阅读后认定与某项义务有关的条款、这些条款所在的法律以及这些法律所属的国家。每个领域将其下所有内容合计一次；一部法律在本库有几种语文，其条款即按每种语文各计一次。",
    saysNot:
      "数字并不说明一国在多大程度上履行了某项义务。记录少，可能是因为收入或阅读的文本少；没有记录，法律仍可能存在。",
    library: "本库收有：{laws}，{states}。",
    machine: "“程序建议”统计的是措辞指向某项义务、但尚无编者就此阅读过的条款。它们不计入已有记录。",
    marks: "带有标记（仅供参考、自愿、建议、说明）的条目与义务并列，但不是义务。",
    filter: "按词语或代码筛选",
    fitting: { other: "{count}个条目相符" },
    noneFits: "没有条目含有这些词语。",
    openAll: "展开所有行",
    foldAll: "收起所有行",
    rowsUnder: "“{label}”下的各行",
    recorded: "本库记录",
    proposed: "程序建议",
    provisions: { other: "{count}项条款" },
  },
  compare: {
    title: "各国对照",
    lead: "看看各国就同一项义务如何作出规定。请选择二至五个国家和决议的一个部分。",
    states: "国家",
    addState: "添加国家",
    enough: "已选择五个国家。如要选择其他国家，请先移除一个。",
    takeAway: "移除{state}",
    part: "决议的部分",
    choosePart: "请选择",
    every: "全部",
    needed: "请至少选择两个国家和决议的一个部分。",
    caution:
      "每格列出编者认定与该项义务有关的条款。“没有记录相关信息”是指本库没有与之相关联的条款；这样的条款仍可能存在。国家按名称顺序排列。概述为英文，由本库撰写。",
    asWhole: "{label}（整体）",
    download: "下载此表（CSV）",
  },
};
