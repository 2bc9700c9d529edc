import type { NewsTexts } from "./en.ts";

export const newsZh: NewsTexts = {
  title: "最新动态",
  none: "尚无变化记录。",
  feed: "更新订阅（Atom）",
  changes: {
    added: "新增",
    changed: "有改动",
    removed: "已移除",
  },
  feedback: {
    open: "报告本页错误",
    title: "对本记录的反馈",
    lead: "您的意见保存在此，供本服务的维护者阅读，不会公布，也不会转给他人。",
    kind: "是什么问题？",
    words: "请说明",
    contact: "回复方式（可不填）",
    send: "发送",
    cancel: "取消",
    sent: "谢谢，您的意见已保存。",
    failed: "未能保存，请稍后再试。",
    tooMany: "来自此地址的意见过多，请几分钟后再试。",
  },
  kinds: {
    error: "事实有误",
    outdated: "已过时",
    missing: "有缺漏",
    link: "链接失效",
    remark: "其他",
  },
};
