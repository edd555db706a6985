type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An element with attributes and children; an attribute that is false or nothing is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** The same for pictures. */
export function drawing(name: string, attributes: Attributes = {}, ...children: Node[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/** Writes a text where it differs: a text that stays the same costs nothing. */
export function write(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Symbols of the controls, 20 by 20. */
const glyphs = {
  play: "M6 4l10 6-10 6z",
  pause: "M5 4h3.5v12H5zM11.500 4H15v12h-3.500z",
  toStart: "M4 4h2v12H4zM16 4v12L7 10z",
  toEnd: "M14 4h2v12h-2zM4 4l9 6-9 6z",
  dayBack: "M13 4l-7 6 7 6z",
  dayOn: "M7 4l7 6-7 6z",
  eventBack: "M11 4l-7 6 7 6zM13 8h3v4h-3z",
  eventOn: "M9 4l7 6-7 6zM4 8h3v4H4z",
  previous: "M10 5l-5 5 5 5M15 5l-5 5 5 5",
  next: "M10 5l5 5-5 5M5 5l5 5-5 5",
  close: "M5 5l10 10M15 5L5 15",
  full: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  notes: "M5 4h10v12H5zM8 8h4M8 11h4",
  beside: "M3 4h9v7H3zM8 13.500h9v-6h-2M10.500 16.500h5",
  larger: "M3 15l4-10 4 10M4.500 12h5M14 8v6M11 11h6",
  whole: "M4 6h12v8H4zM7 9h6v2H7z",
  plus: "M10 4v12M4 10h12",
  help: "M7 7.500a3 3 0 1 1 4.200 2.700c-.9.500-1.200 1-1.200 2M10 15.200v.2",
  minus: "M4 10h12",
} as const;

export type Glyph = keyof typeof glyphs;
const filled = new Set<Glyph>([
  "play",
  "pause",
  "toStart",
  "toEnd",
  "dayBack",
  "dayOn",
  "eventBack",
  "eventOn",
]);

export function glyph(name: Glyph): SVGElement {
  const fill = filled.has(name);
  return drawing(
    "svg",
    { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
    drawing("path", {
      d: glyphs[name],
      fill: fill ? "currentColor" : "none",
      stroke: fill ? "none" : "currentColor",
      "stroke-width": 1.8,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}

/** A button with a symbol and a name. */
export function button(name: Glyph, label: string, run: () => void, id: string): HTMLButtonElement {
  const made = element("button", {
    type: "button",
    class: "play-button",
    "aria-label": label,
    title: label,
    "data-testid": id,
  });
  made.append(glyph(name));
  made.addEventListener("click", run);
  return made;
}
