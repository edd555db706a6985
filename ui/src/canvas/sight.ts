import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import type { Drawn } from "./lines";

/** Journeys with more cards than these draw only what is in sight; the small ones are there as a whole. */
export const many = 150;
/** More cards in sight than these can't be read, and are drawn as one picture. */
export const crowd = 400;

/** A part of the canvas, in its own pixels. */
export interface Sight {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Camera {
  transform: [number, number, number];
  width: number;
  height: number;
}

/** What is on the board and some more around it, in steps: it changes seldom while one pans, and then by a column. */
function seen({ transform: [x, y, zoom], width, height }: Camera): string {
  const step = 2 ** Math.ceil(Math.log2(Math.max(width, 200) / zoom / 8));
  const low = (at: number) => (Math.floor(-at / zoom / step) - 1) * step;
  const high = (at: number, size: number) => (Math.ceil((size - at) / zoom / step) + 1) * step;
  return [low(x), low(y), high(x, width), high(y, height)].join(" ");
}

/** What of the canvas is drawn; null: everything. */
export function useSight(cards: number): Sight | null {
  const key = useStore((state) => (cards > many ? seen(state) : ""));
  return useMemo(() => {
    if (key === "") return null;
    const [left = 0, top = 0, right = 0, bottom = 0] = key.split(" ").map(Number);
    return { left, top, right, bottom };
  }, [key]);
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const inSight = ({ left, top, right, bottom }: Sight, { x, y, width, height }: Area): boolean =>
  x < right && x + width > left && y < bottom && y + height > top;

/** Whether any of a line may be seen. */
export function lineInSight({ left, top, right, bottom }: Sight, { from, to, line }: Drawn): boolean {
  if (Math.max(from.x, to.x) < left || Math.min(from.x, to.x) > right) return false;
  const heights = [from.y, to.y, line.pill.y, line.plus.y];
  return Math.max(...heights) >= top && Math.min(...heights) <= bottom;
}
