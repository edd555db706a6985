import type { Playing } from "../core/types";
import { type Stage, staged } from "./bands";
import { drawing, element } from "./dom";
import { type Scene, type View, type Way, wayOf } from "./dots";
import type { Film } from "./film";
import type { Words } from "./words";

export interface Board {
  node: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Where things stand, for the canvas; `film` is filled in by whoever draws. */
  scene: Omit<Scene, "film">;
  view: View;
  /** Lays everything out for the room there is. */
  fit: () => void;
  speak: (words: Words) => void;
  /** Marks cards, and moves the view to them where there are any. */
  highlight: (nodes: string[], move: boolean) => void;
  zoom: (factor: number, at?: { x: number; y: number }) => void;
  pan: (x: number, y: number) => void;
  whole: () => void;
}

interface Given {
  playing: Playing;
  /** The view or the layout is another one. */
  changed: () => void;
  /** A card was clicked. */
  chosen?: (node: string) => void;
  /** Whether views are reached at once. */
  still: () => boolean;
  /** How many pixels captions take below. */
  captions: () => number;
}

const largest = 1.6;

/** The cards and edges, and over them a canvas for all that moves. */
export function boardOf({ playing, changed, chosen, still, captions }: Given): Board {
  const { cards, edges, sizes } = playing.board;
  const picture = drawing("svg", { class: "play-edges", "aria-hidden": "true" });
  const titles = cards.map(() => element("strong"));
  const shown = cards.map((card, index) => {
    const icon = element("span", { class: "play-icon", "aria-hidden": "true" });
    icon.innerHTML = card.icon;
    const node = element(
      "div",
      { class: "play-card", "data-family": card.family, "data-card": card.id, "data-off": card.off },
      icon,
      titles[index] ?? "",
    );
    node.addEventListener("click", () => chosen?.(card.id));
    return node;
  });
  const sheet = element("div", { class: "play-sheet" }, ...shown);
  sheet.prepend(picture);
  const canvas = element("canvas", { class: "play-canvas", "aria-hidden": "true" });
  const node = element("div", { class: "play-board" }, sheet, canvas);
  const scene: Board["scene"] = { ways: [], cards: [] };
  const view: View = { x: 0, y: 0, scale: 1 };
  let stage: Stage = { cards: [], edges: [], start: { x: 0, y: 0 }, width: 1, height: 1 };
  let words: Words | null = null;
  let marked: string[] = [];
  let fitted = 1;
  let going = 0;

  const show = () => {
    sheet.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    changed();
  };
  const room = () => ({ width: node.clientWidth || 1, height: node.clientHeight || 1 });
  /** Below, captions lie over the board. */
  const free = () => {
    const { width, height } = room();
    return { width, height: Math.max(height * 0.6, height - captions()) };
  };
  const wholeView = (): View => {
    const { width, height } = free();
    const scale = Math.min(largest, width / stage.width, height / stage.height);
    return { x: (width - stage.width * scale) / 2, y: (height - stage.height * scale) / 2, scale };
  };
  const go = (target: View, at: boolean) => {
    cancelAnimationFrame(going);
    const from = { ...view };
    if (at || still()) {
      Object.assign(view, target);
      show();
      return;
    }
    const begun = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, (now - begun) / 500);
      const eased = part * part * (3 - 2 * part);
      for (const key of ["x", "y", "scale"] as const)
        view[key] = from[key] + (target[key] - from[key]) * eased;
      show();
      if (part < 1) going = requestAnimationFrame(step);
    };
    going = requestAnimationFrame(step);
  };
  const nameType = () => Math.max(15, Math.min(26, 10 / fitted));
  const drawEdges = () => {
    picture.replaceChildren();
    picture.setAttribute("width", String(stage.width));
    picture.setAttribute("height", String(stage.height));
    scene.ways = stage.edges.map(({ d }): Way => {
      if (!d) return null;
      const path = drawing("path", { d, class: "play-edge" });
      picture.append(path);
      return wayOf(path as SVGPathElement);
    });
    for (const { end } of stage.edges) {
      if (!end) continue;
      picture.append(
        drawing("circle", { class: "play-end", cx: end.x, cy: end.y, r: 16 }),
        drawing("rect", {
          class: "play-end-stop",
          x: end.x - 5,
          y: end.y - 5,
          width: 10,
          height: 10,
          rx: 1.5,
        }),
      );
    }
    const { x, y } = stage.start;
    picture.append(
      drawing("circle", { class: "play-start", cx: x, cy: y, r: 16 }),
      drawing("path", { class: "play-start-sign", d: `M${x - 4} ${y - 6}l10 6l-10 6z` }),
    );
    stage.edges.forEach(({ name }, index) => {
      const text = edges[index]?.name[words?.locale ?? "en"];
      if (!name || !text) return;
      const label = drawing("text", { class: "play-name", x: name.x + 4, y: name.y - 7 });
      const room = name.room - 12;
      // A name that is a little too long becomes smaller, and then shorter.
      const type = Math.max(nameType() * 0.72, Math.min(nameType(), room / (0.5 * text.length)));
      label.setAttribute("style", `font-size: ${type}px`);
      const letters = Math.max(3, Math.floor(room / (0.5 * type) + 0.01));
      label.textContent = text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
      picture.append(label);
    });
  };
  const fit = () => {
    const { width, height } = room();
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    stage = staged(playing.board, free());
    fitted = wholeView().scale;
    // Titles and names are read from afar, so they are larger where the board is smaller.
    sheet.style.setProperty("--card-type", `${Math.max(17, Math.min(25, 10 / fitted))}px`);
    sheet.style.setProperty("--name-type", `${nameType()}px`);
    sheet.toggleAttribute("data-tight", fitted < 0.5);
    stage.cards.forEach(({ x, y, height: tall }, index) => {
      const card = shown[index];
      if (!card) return;
      card.style.left = `${x}px`;
      card.style.top = `${y}px`;
      card.style.width = `${sizes.width}px`;
      card.style.height = `${tall}px`;
    });
    scene.cards = stage.cards.map(({ x, y, height: tall }) => ({ x, y, width: sizes.width, height: tall }));
    drawEdges();
    go(marked.length > 0 ? viewOf(marked) : wholeView(), true);
  };
  /** The marked cards, with what is around them. */
  const viewOf = (nodes: string[]): View => {
    const boxes = scene.cards.filter((_box, index) => nodes.includes(cards[index]?.id ?? ""));
    if (boxes.length === 0) return wholeView();
    const left = Math.min(...boxes.map(({ x }) => x)) - 140;
    const right = Math.max(...boxes.map(({ x, width }) => x + width)) + 140;
    const top = Math.min(...boxes.map(({ y }) => y)) - 110;
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 110;
    const { width, height } = free();
    const base = wholeView();
    const scale = Math.max(
      base.scale,
      Math.min(largest, base.scale * 1.7, width / (right - left), height / (bottom - top)),
    );
    if (scale <= base.scale * 1.02) return base;
    return {
      x: width / 2 - ((left + right) / 2) * scale,
      y: height / 2 - ((top + bottom) / 2) * scale,
      scale,
    };
  };
  const zoom = (factor: number, at?: { x: number; y: number }) => {
    cancelAnimationFrame(going);
    const { width, height } = room();
    const { x, y } = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(4, Math.max(wholeView().scale / 2, view.scale * factor));
    const by = scale / view.scale;
    Object.assign(view, { x: x - (x - view.x) * by, y: y - (y - view.y) * by, scale });
    show();
  };
  drag(node, view, show, zoom);
  return {
    node,
    canvas,
    scene,
    view,
    fit,
    speak(next) {
      words = next;
      titles.forEach((title, index) => {
        title.textContent = cards[index]?.title[next.locale] ?? "";
      });
      node.setAttribute("aria-label", next.t("present.board"));
      node.setAttribute("role", "img");
      if (scene.cards.length > 0) drawEdges();
    },
    highlight(nodes, move) {
      const same = nodes.length === marked.length && nodes.every((node) => marked.includes(node));
      marked = nodes;
      shown.forEach((card, index) => {
        const on = nodes.includes(cards[index]?.id ?? "");
        card.toggleAttribute("data-marked", on);
        card.toggleAttribute("data-dim", nodes.length > 0 && !on);
      });
      if (move && !same && scene.cards.length > 0) go(nodes.length > 0 ? viewOf(nodes) : wholeView(), false);
    },
    zoom,
    pan(x, y) {
      cancelAnimationFrame(going);
      Object.assign(view, { x: view.x + x, y: view.y + y });
      show();
    },
    whole: () => go(wholeView(), false),
  };
}

/** Moves the board by pointer, and zooms it by wheel. */
function drag(node: HTMLElement, view: View, show: () => void, zoom: Board["zoom"]) {
  let from: { x: number; y: number } | null = null;
  node.addEventListener("pointerdown", (event) => {
    if (event.button === 0) from = { x: event.clientX - view.x, y: event.clientY - view.y };
  });
  node.addEventListener("pointermove", (event) => {
    if (!from || (event.buttons & 1) === 0) return;
    Object.assign(view, { x: event.clientX - from.x, y: event.clientY - from.y });
    show();
  });
  for (const end of ["pointerup", "pointerleave"] as const)
    node.addEventListener(end, () => {
      from = null;
    });
  node.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const box = node.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 500), { x: event.clientX - box.left, y: event.clientY - box.top });
    },
    { passive: false },
  );
}

/** The scene with its film. */
export const filmed = (board: Board, film: Film): Scene => ({ film, ...board.scene });
