import * as api from "../core/api";
import { complain } from "../core/failures";
import { host } from "../core/host";
import { token } from "../style/theme";
import type { EChartsOption } from "./engine";

/** A table as it is shown, copied and saved: the first row holds the names of the columns. */
export type Cells = (string | number | null)[][];

/** CSV by RFC 4180. */
export function csv(cells: Cells): string {
  const one = (cell: string | number | null) => {
    const text = cell === null ? "" : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return cells.map((row) => `${row.map(one).join(",")}\r\n`).join("");
}

/** Columns parted by tabs: what spreadsheets take from the clipboard. */
export const tabbed = (cells: Cells) =>
  cells.map((row) => row.map((cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

/** Hands a file to the user; answers with its path where the program has saved it. */
export async function give(name: string, file: Blob): Promise<string | null> {
  try {
    if (host.download) {
      host.download(name, file);
      return null;
    }
    const proposed = await api.madePlace(name);
    const chosen = await host.choosePlace(proposed.path);
    if (chosen === null) return null;
    const text = file.type.startsWith("image/png") ? null : await file.text();
    const { path } = await api.saveMade(chosen, text, text === null ? await base64(file) : null);
    return path;
  } catch (failure) {
    complain(failure);
    return null;
  }
}

export const giveTable = (name: string, cells: Cells) =>
  // The mark lets spreadsheets read it as UTF-8.
  give(`${fileName(name)}.csv`, new Blob([`\ufeff${csv(cells)}`], { type: "text/csv;charset=utf-8" }));

/** The chart as a file, in the colours of the window. */
export async function giveChart(
  name: string,
  option: EChartsOption,
  as: "svg" | "png",
): Promise<string | null> {
  const { drawing } = await import("./engine");
  const [width, height] = [960, 480];
  const svg = drawing(option, width, height, token("surface"));
  if (as === "svg") return give(`${fileName(name)}.svg`, new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  return blob ? give(`${fileName(name)}.png`, blob) : null;
}

async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** In letters that every file system takes. */
export function fileName(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug.slice(0, 80) || "caravan";
}
