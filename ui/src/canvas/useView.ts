import { getViewportForBounds, useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useDocument } from "../core/document";
import { sizes } from "../core/sizes";
import { useWindow } from "../core/window";
import { heightOf } from "./geometry";
import { view } from "./view";

/** The smallest zoom at which a card's facts can be read without effort. */
const readable = 0.7;

export const minZoom = 0.02;

/** What stays free around the cards for marks and tools. */
const around = { top: "56px", right: "100px", bottom: "84px", left: "84px" } as const;

/** Lets the rest of the window move the canvas, and shows a journey whole when it's opened. */
export function useView(): void {
  const flow = useReactFlow();
  const journey = useDocument((state) => state.journey?.id);
  const jump = useWindow((state) => state.jump);
  const calm = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
  const duration = calm ? 0 : 250;
  const fitted = useRef<string | undefined>(undefined);
  useEffect(() => {
    view.fit = () => fitCards(flow, Object.keys(useDocument.getState().journey?.places ?? {}), 1, duration);
    view.fitNodes = (nodes) => fitCards(flow, nodes, 1.25, duration);
    view.zoomTo = (zoom) => void flow.zoomTo(zoom, { duration: duration / 2 });
    view.zoom = (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration / 2 });
    view.middle = () => {
      const box = document.querySelector(".board")?.getBoundingClientRect();
      const { x, y } = flow.screenToFlowPosition({
        x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
        y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
      });
      return { x: Math.round(x - sizes.width / 2), y: Math.round(y - sizes.port) };
    };
    view.reveal = (node) => reveal(flow, node, duration);
    view.focus = (node) => {
      view.reveal(node);
      // A card that was off the board of a large journey is drawn when the board gets there.
      if (!focusCard(node)) setTimeout(() => focusCard(node), duration + 60);
    };
  }, [flow, duration]);
  useEffect(() => {
    if (!journey || !flow.viewportInitialized || fitted.current === journey) return;
    fitted.current = journey;
    showStart(flow);
  }, [flow, journey]);
  useEffect(() => {
    if (jump) view.focus(jump.node);
  }, [jump]);
  useEffect(() => keepCentre(flow), [flow]);
}

/** Shows cards as large as fits; those out of sight are no part of the board, so it's counted from their places. */
function fitCards(flow: ReturnType<typeof useReactFlow>, ids: string[], maxZoom: number, duration: number) {
  const journey = useDocument.getState().journey;
  const board = document.querySelector(".board .react-flow")?.getBoundingClientRect();
  const cards = ids.flatMap((id) => {
    const place = journey?.places[id];
    return place && journey
      ? [{ ...place, width: sizes.width, height: heightOf(journey.nodes[id], journey.header.kind) }]
      : [];
  });
  if (!board || cards.length === 0) return;
  const x = Math.min(...cards.map((card) => card.x));
  const y = Math.min(...cards.map((card) => card.y));
  const width = Math.max(...cards.map((card) => card.x + card.width)) - x;
  const height = Math.max(...cards.map((card) => card.y + card.height)) - y;
  const bounds = { x, y, width, height };
  const to = getViewportForBounds(bounds, board.width, board.height, minZoom, maxZoom, around);
  void flow.setViewport(to, { duration });
}

function focusCard(node: string): boolean {
  const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
  element?.focus({ preventScroll: true });
  return element !== null;
}

/** When the board grows or shrinks, as by the drawer, what was in its middle stays there. */
function keepCentre(flow: ReturnType<typeof useReactFlow>): () => void {
  const board = document.querySelector(".board");
  if (!board) return () => {};
  let { width, height } = board.getBoundingClientRect();
  const watch = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width: wide, height: high } = entry.contentRect;
    const { x, y, zoom } = flow.getViewport();
    if (wide !== width || high !== height) {
      void flow.setViewport({ x: x + (wide - width) / 2, y: y + (high - height) / 2, zoom });
    }
    [width, height] = [wide, high];
  });
  watch.observe(board);
  return () => watch.disconnect();
}

/** A journey is opened whole when it can be read so, else at its start. */
function showStart(flow: ReturnType<typeof useReactFlow>) {
  const places = Object.values(useDocument.getState().journey?.places ?? {});
  const board = document.querySelector(".board")?.getBoundingClientRect();
  if (places.length === 0 || !board) return;
  const margin = { left: 110, right: 190, y: 60 };
  const left = Math.min(...places.map(({ x }) => x)) - margin.left;
  const right = Math.max(...places.map(({ x }) => x)) + sizes.width + margin.right;
  const top = Math.min(...places.map(({ y }) => y)) - margin.y;
  const bottom = Math.max(...places.map(({ y }) => y)) + sizes.height + margin.y;
  const whole = Math.min(board.width / (right - left), board.height / (bottom - top));
  const zoom = Math.min(1, Math.max(whole, readable));
  // What doesn't fit in height is shown around the start card.
  const start = places.reduce((a, b) => (b.x < a.x ? b : a));
  const middle = (bottom - top) * zoom <= board.height ? (top + bottom) / 2 : start.y + sizes.height / 2;
  const x = whole >= zoom ? board.width / 2 - ((left + right) / 2) * zoom : -left * zoom;
  void flow.setViewport({ x, y: board.height / 2 - middle * zoom, zoom });
}

/** Pans so far that the card is on the board, and no further. */
function reveal(flow: ReturnType<typeof useReactFlow>, node: string, duration: number) {
  const place = useDocument.getState().journey?.places[node];
  const board = document.querySelector(".board")?.getBoundingClientRect();
  if (!place || !board) return;
  const { x, y, zoom } = flow.getViewport();
  const left = place.x * zoom + x;
  const top = place.y * zoom + y;
  const inside =
    left > 20 &&
    top > 20 &&
    left + sizes.width * zoom < board.width - 20 &&
    top + sizes.height * zoom < board.height - 20;
  if (inside) return;
  // Straight there: an eased flight changes the zoom on its way, and the next key may cut it short.
  const centre = { x: place.x + sizes.width / 2, y: place.y + sizes.height / 2 };
  void flow.setCenter(centre.x, centre.y, { zoom: Math.max(zoom, 0.6), duration, interpolate: "linear" });
}
