import { token } from "../style/theme";

/** What all charts have in common, in the colours of the theme as it is now. */
export const font = "Source Sans 3 Variable, sans-serif";

/** The words of axes. */
export const soft = () => ({ color: token("text-soft"), fontFamily: font, fontSize: 12 });

/** The box with the numbers under the pointer. */
export const box = () => ({
  confine: true,
  backgroundColor: token("surface"),
  borderColor: token("line"),
  textStyle: { color: token("text"), fontFamily: font, fontSize: 13 },
});

/** Stripes over a colour, so that it is told from another in print and without colours too. */
export const striped = (turn = Math.PI / 4) => ({
  symbol: "rect",
  rotation: turn,
  color: token("surface"),
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
});

export const dotted = () => ({
  symbol: "circle",
  symbolSize: 0.6,
  color: token("surface"),
  dashArrayX: [[6, 6]],
  dashArrayY: [6, 0],
});

export const unpatterned = { symbol: "none" };

/** Patterns are drawn where they are asked for, and charts keep the name that the page gives them. */
export const patterns = { enabled: true, decal: { show: false }, label: { enabled: false } };

/** Text as HTML. */
export function plain(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
