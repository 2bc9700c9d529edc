import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Changes } from "#domain/changes.ts";
import { show } from "./show.tsx";

const version = { title: "示例登记条例", state: "CHN", language: "zh", status: "unknown" } as const;
const article = (number: number, label: string) => ({ anchor: `art-${number}`, kind: "article" as const, label });

const changes: Changes = {
  law: { ...version, id: "chn-shili-2023-04-26", date: "2023-04-26" },
  from: { ...version, id: "chn-shili-2014-11-01", date: "2014-11-01", status: "superseded" },
  counts: { added: 0, removed: 0, changed: 1, renumbered: 1, unchanged: 7 },
  items: [
    {
      kind: "changed",
      before: article(3, "第三条"),
      after: article(4, "第四条"),
      parts: [
        { kind: "kept", text: "保存" },
        { kind: "removed", text: "五" },
        { kind: "added", text: "十" },
        { kind: "kept", text: "年" },
      ],
    },
    { kind: "renumbered", before: article(4, "第四条"), after: article(5, "第五条"), parts: [] },
  ],
  meta: { generation: "g-1", disclaimer: "A reference tool." },
};

describe("the page of what changed", () => {
  it("shows both versions beside each other, additions and removals marked and said", async () => {
    const { asked } = show("/legislation/chn-shili-2023-04-26/changes?from=chn-shili-2014-11-01", ({ pathname }) =>
      pathname.endsWith("/changes") ? changes : undefined,
    );
    const heading = await screen.findByRole("heading", { level: 2, name: /第四条 Changed/ });
    expect(asked).toContain("/api/v1/legislation/chn-shili-2023-04-26/changes?from=chn-shili-2014-11-01");
    expect(heading.textContent).toContain("formerly 第三条");
    const [before, after] = [...(heading.parentElement?.querySelectorAll(".changed-words") ?? [])];
    expect(before?.textContent).toBe("保存Removed: 五年");
    expect(before?.querySelector("del")).not.toBeNull();
    expect(after?.textContent).toBe("保存Added: 十年");
    expect(after?.querySelector("ins")).not.toBeNull();
    expect(screen.getByRole("heading", { name: /第五条 Only renumbered/ })).toBeDefined();
    expect(screen.getByText("Unchanged").nextElementSibling?.textContent).toBe("7");
    expect(within(screen.getByRole("article")).getByRole("link", { name: "1 November 2014" })).toBeDefined();
  });

  it("says in words that there is nothing to compare", async () => {
    show("/legislation/chn-shili-2023-04-26/changes?from=can-n-28.3", ({ pathname }) =>
      pathname.endsWith("/changes") ? { type: "about:blank", title: "No", status: 400 } : undefined,
    );
    expect(await screen.findByText(/not name two dated versions of one law/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Go to the law" })).toBeDefined();
  });
});
