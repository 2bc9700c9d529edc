/** What is written above and below a drawing when it is taken away. */
export interface Caption {
  title: string;
  /** The kind of data, for what is no plain count of records. */
  mark: string | undefined;
  isDemonstration: boolean;
  lines: string[];
  isMirrored: boolean;
  /** The same in a form that programs read. */
  metadata: Record<string, unknown>;
}

const paints = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
];

const margin = 16;

/** Faces of the system: a picture has no fonts of the page in it. */
const family = '"Noto Sans", "Noto Sans Arabic", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** The figure as one picture that says by itself what it is: title, kind of data, drawing, legend, source, date, disclaimer and checksum. Always on white. */
export function figureAsSvg(figure: HTMLElement, caption: Caption): string {
  const drawing = figure.querySelector<HTMLElement>(".chart-drawing")!;
  // Light for paper, whatever the screen; the styles are read before the browser paints again.
  const { classList } = document.documentElement;
  classList.add("on-paper");
  try {
    const frame = drawing.getBoundingClientRect();
    const width = Math.max(420, Math.round(frame.width)) + 2 * margin;
    const page = svgElement("svg", { width, direction: caption.isMirrored ? "rtl" : "ltr" });
    page.setAttribute("font-family", family);
    const ground = page.appendChild(svgElement("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
    const metadata = page.appendChild(svgElement("metadata", {}));
    metadata.textContent = JSON.stringify(caption.metadata);
    page.appendChild(svgElement("title", {})).textContent = caption.title;

    const writer = { page, width, y: margin, isMirrored: caption.isMirrored };
    write(writer, caption.title, { size: 17, weight: 650, color: "#1b1f23" });
    if (caption.mark !== undefined) band(writer, caption.mark, caption.isDemonstration);
    page.appendChild(painted(figure.querySelector<SVGSVGElement>("svg.patterns")!));
    for (const svg of drawing.querySelectorAll<SVGSVGElement>("svg:not(.patterns)")) {
      const { left, top, width: own, height } = svg.getBoundingClientRect();
      const copy = painted(svg);
      copy.setAttribute("x", String(margin + left - frame.left));
      copy.setAttribute("y", String(writer.y + top - frame.top));
      copy.setAttribute("width", String(own));
      copy.setAttribute("height", String(height));
      // The point that was read on the screen is no part of the picture.
      for (const read of copy.querySelectorAll(".read")) read.remove();
      page.appendChild(copy);
    }
    writer.y += frame.height + 12;
    legend(writer, figure.querySelectorAll<HTMLElement>(".chart-legend li"));
    writer.y += 8;
    for (const line of caption.lines) write(writer, line, { size: 11, weight: 400, color: "#3c4248" });
    page.setAttribute("height", String(writer.y + margin));
    ground.setAttribute("height", String(writer.y + margin));
    page.setAttribute("viewBox", `0 0 ${width} ${writer.y + margin}`);
    return new XMLSerializer().serializeToString(page);
  } finally {
    classList.remove("on-paper");
  }
}

/** The picture in points of light, twice as many as on the screen. */
export async function svgAsPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture could not be made")) : resolve(blob))),
  );
}

/** Hands a file to the visitor under a name. */
export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

interface Writer {
  page: SVGElement;
  width: number;
  y: number;
  isMirrored: boolean;
}

/** A paragraph in as many lines as it needs. */
function write(writer: Writer, text: string, { size, weight, color }: { size: number; weight: number; color: string }) {
  const measure = document.createElement("canvas").getContext("2d")!;
  measure.font = `${weight} ${size}px ${family}`;
  const room = writer.width - 2 * margin;
  const pieces = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}${piece}`;
    if (measure.measureText(longer.trimEnd()).width <= room) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  for (const line of lines) {
    writer.y += Math.round(size * 1.45);
    const element = svgElement("text", {
      x: writer.isMirrored ? writer.width - margin : margin,
      y: writer.y - Math.round(size * 0.35),
      "font-size": size,
      "font-weight": weight,
      fill: color,
      direction: writer.isMirrored ? "rtl" : "ltr",
      "text-anchor": "start",
    });
    element.textContent = line.trim();
    writer.page.appendChild(element);
  }
}

function band(writer: Writer, mark: string, isStriped: boolean) {
  writer.y += 6;
  const pattern = svgElement("pattern", {
    id: "band",
    width: 16,
    height: 16,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(-45)",
  });
  pattern.append(
    svgElement("rect", { width: 16, height: 16, fill: "#f3f5f7" }),
    svgElement("rect", { width: 16, height: 8, fill: isStriped ? "#d5d9dd" : "#f3f5f7" }),
  );
  writer.page.append(
    pattern,
    svgElement("rect", { x: margin, y: writer.y, width: writer.width - 2 * margin, height: 26, fill: "url(#band)" }),
  );
  const measure = document.createElement("canvas").getContext("2d")!;
  measure.font = `650 13px ${family}`;
  const wide = measure.measureText(mark).width + 16;
  const left = writer.isMirrored ? writer.width - margin - 8 - wide : margin + 8;
  writer.page.append(svgElement("rect", { x: left, y: writer.y + 3, width: wide, height: 20, fill: "#ffffff" }));
  const text = svgElement("text", {
    x: left + wide / 2,
    y: writer.y + 18,
    "font-size": 13,
    "font-weight": 650,
    fill: "#1b1f23",
    "text-anchor": "middle",
  });
  text.textContent = mark;
  writer.page.appendChild(text);
  writer.y += 34;
}

/** Samples and names, one after the other, in as many lines as they need. */
function legend(writer: Writer, entries: Iterable<HTMLElement>) {
  const measure = document.createElement("canvas").getContext("2d")!;
  measure.font = `400 12px ${family}`;
  let used = 0;
  for (const entry of entries) {
    const label = entry.textContent?.trim() ?? "";
    const wide = 38 + measure.measureText(label).width + 18;
    if (used > 0 && used + wide > writer.width - 2 * margin) {
      used = 0;
      writer.y += 20;
    }
    const start = writer.isMirrored ? writer.width - margin - used : margin + used;
    const swatch = entry.querySelector("svg");
    if (swatch !== null) {
      const copy = painted(swatch);
      copy.setAttribute("x", String(writer.isMirrored ? start - 30 : start));
      copy.setAttribute("y", String(writer.y));
      writer.page.appendChild(copy);
    }
    const text = svgElement("text", {
      x: writer.isMirrored ? start - 38 : start + 38,
      y: writer.y + 11,
      "font-size": 12,
      fill: "#1b1f23",
      "text-anchor": "start",
    });
    text.textContent = label;
    writer.page.appendChild(text);
    used += wide;
  }
  writer.y += 22;
}

/** A copy that carries its paints in itself: nothing of the page's stylesheet goes with it. */
function painted<Element extends SVGElement>(original: Element): Element {
  const copy = original.cloneNode(true) as Element;
  const originals = [original, ...original.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const paint of paints) copies[place]!.setAttribute(paint, withoutQuotes(style.getPropertyValue(paint)));
    copies[place]!.removeAttribute("class");
    copies[place]!.removeAttribute("style");
  });
  copy.setAttribute("direction", "ltr");
  return copy;
}

/** `url("#answer-Q")` → `url(#answer-Q)`: quotes in an attribute are legal and not read by all. */
function withoutQuotes(value: string): string {
  return value.replace(/url\("(#[^"]+)"\)/u, "url($1)");
}

const svgSpace = "http://www.w3.org/2000/svg";

function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgSpace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
