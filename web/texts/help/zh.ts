import type { HelpCatalogue } from "./en.ts";

export const helpZh: HelpCatalogue<"other"> = {
  lead: "如何搜索，其他程序如何查询，以及如何装载您自己的资料。",
  search: {
    title: "如何搜索",
    says: "所有词语都须出现在法律中，词形不限。点击即可运行每个示例。",
    example: "示例",
    finds: "找到什么",
    groups: "词组的组合",
    article: "所引的条款",
    number: "使用此编号的法律",
    crossing: "另一种语言的词语；六种语言的相关词语也一并搜索",
  },
  api: {
    title: "供其他程序使用",
    says: "本网页显示的一切都来自开放的接口，您的程序也可以使用。以下每个调用复制后即可运行；每个答复都附有注意事项和数据版本。",
    described: "全部地址，以及可问和所答的内容",
    calls: {
      laws: "加拿大有多少部法律含有某词",
      state: "关于一国的全部记录",
      export: "把符合筛选条件的全部法律存为文件",
    },
    copy: "复制",
    copied: "已复制",
  },
  loading: {
    title: "装载自己的资料",
    says: "法律、对条约的行动、信息总库、做法和报告可装入您自己运行的副本。每类都有为此编写的小样本。",
    steps: {
      shape: "把资料整理成样本的形式：一张表，或一个文件夹，旁附一张表。",
      dry: "先读取而不装载（{command}）。每个文件和每一行都有交代；不符合之处会指明应为何种内容。",
      load: "装载。在新数据完整并经核对之前，读者看到的是旧数据。",
      again: "资料改动后再次装载。未改动的不会重复读取。",
      back: "必要时可回到之前的数据（{command}）。",
    },
    kind: "类别",
    command: "命令",
    sample: "样本",
    kinds: {
      legislation: "法律",
      treaties: "对条约采取的行动",
      matrices: "信息总库",
      practices: "有效做法",
      reports: "报告和文件",
    },
  },
  glossary: {
    lead: "决议的各项概念及其用语。此处不作定义，而是引向概念所涉的决议部分和含有这些用语的法律。",
    filter: "按词语筛选，任何语言均可",
    fitting: { other: "{count}个概念符合" },
    noneFits: "没有概念含有这些词语。",
    letters: "字母",
    also: "另称：",
    laws: "含有这些用语的法律",
    others: "其他语言",
  },
};
