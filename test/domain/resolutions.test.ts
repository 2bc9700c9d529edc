import { describe, expect, it } from "vitest";
import { resolutionsIn } from "#domain/resolutions.ts";

describe("resolutionsIn(text)", () => {
  it.each([
    ["in accordance with S/RES/1540 (2004)", "1540"],
    ["s/res/1373(2001)", "1373"],
    ["the lists of S/RES/1267, 1988, 1989 y 2231", "1267 1988 1989 2231"],
    ["resolution 1540 (2004)", "1540"],
    ["Resolutions 1267 (1999), 1333 (2000) and 1822 (2008) of the Security Council", "1267 1333 1822"],
    ["Security Council Resolution 1718 means Resolution 1718 (2006)", "1718"],
    ["Security Council resolution 1373 of 2001", "1373"],
    ["UNSCR 1540", "1540"],
    ["les résolutions 1483 (2003), 1511 (2003) et 1546 (2004)", "1483 1511 1546"],
    ["la résolution 1737 du Conseil de sécurité", "1737"],
    ["las Resoluciones 1718 (2006) y 2231 (2015)", "1718 2231"],
    ["la resolución 1540 (2004) del Consejo de Seguridad", "1540"],
    ["резолюция 1373 (2001)", "1373"],
    ["резолюциями Совета Безопасности ООН 1267 (1999) и 1373 (2001)", "1267 1373"],
    ["第1540(2004)号决议", "1540"],
    ["第 1540（2004） 号", "1540"],
    ["安理会第1540号决议", "1540"],
    ["القرار 1540 (2004)", "1540"],
    ["القرار ١٥٤٠ (٢٠٠٤)", "1540"],
    ["قرار مجلس الأمن رقم (2001)1373", "1373"],
    ["القرارات أرقام (1999)1267 و(2011)1989 بشأن القوائم و(2006)1718", "1267 1989 1718"],
  ])("finds in %s the resolutions %s", (text, numbers) => {
    expect(resolutionsIn(text)).toEqual(numbers.split(" ").map((number) => `S/RES/${number}`));
  });

  it.each([
    ["of the General Assembly", "General Assembly resolution 1540 (2004)"],
    ["of the General Assembly, by its session", "resolution 1514 (XV)"],
    ["of the General Assembly, by its symbol", "A/RES/60/288 and A/RES/1540 (2004)"],
    ["of another assembly, by its year", "resolution 1540 (2007)"],
    ["of an agency", "las resoluciones 267 (E-V) y 268 (XII)"],
    ["of an office", "Resolución SBS N° 2660-2015, conforme a las listas del Consejo de Seguridad"],
    ["of nobody named", "resolution 1373"],
    ["of a ministry", "القرار رقم 1540 لسنة 2010"],
  ])("takes no resolution %s for one of the Security Council", (_, text) => {
    expect(resolutionsIn(text)).toEqual([]);
  });

  it.each([
    "2261 УК",
    "国务院令第701号",
    "Ley 1540",
    "1540",
    "a resolution the Security Council passed under Article 41",
  ])("finds none in %s", (text) => {
    expect(resolutionsIn(text)).toEqual([]);
  });
});
