const copied = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
  "dominant-baseline",
];

const margin = 24;
const head = 56;
const foot = 40;
const density = 2;

/** The chart with its title above and its source below, as an SVG that stands alone. */
export function standalone(svg: SVGSVGElement, title: string, source: string): { markup: string; width: number; height: number } {
  const clone = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll("*"), clone.querySelectorAll("*")];
  to.forEach((element, i) => {
    const style = getComputedStyle(from[i]!);
    for (const name of copied) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
    element.removeAttribute("href");
  });
  const width = svg.clientWidth + 2 * margin;
  const height = svg.clientHeight + head + foot;
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  const outer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const text = (words: string, y: number, size: number, weight: number, fill: string) => {
    const line = document.createElementNS(outer.namespaceURI, "text");
    for (const [name, value] of Object.entries({
      x: margin,
      y,
      "font-size": size,
      "font-weight": weight,
      fill,
      "font-family": "sans-serif",
    })) {
      line.setAttribute(name, String(value));
    }
    line.textContent = words;
    outer.append(line);
  };
  const ground = document.createElementNS(outer.namespaceURI, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", colour("--surface"));
  outer.append(ground);
  text(title, 34, 16, 600, colour("--ink"));
  text(source, height - 16, 11, 400, colour("--ink-3"));
  clone.setAttribute("x", String(margin));
  clone.setAttribute("y", String(head));
  outer.append(clone);
  outer.setAttribute("width", String(width));
  outer.setAttribute("height", String(height));
  return { markup: new XMLSerializer().serializeToString(outer), width, height };
}

/** Offers the chart as a PNG file. */
export async function savePicture(svg: SVGSVGElement, title: string, source: string): Promise<void> {
  const { markup, width, height } = standalone(svg, title, source);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) saveFile(blob, `${title}.png`);
}

/** Offers content as a file to save. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, " ").trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
