import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import type { Drawn } from "./lines";

/** Journeys with more cards than these draw only what is in sight; the small ones are there as a whole. */
const many = 40;
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

/** Follows the board. The part stays the same while what is on the board lies inside of it and it isn't much too
 * large: small movements to and fro draw nothing anew, and longer ones a few cards at a time. */
function follow(): (camera: Camera) => Sight {
  let part: Sight | null = null;
  return ({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [-x / zoom, -y / zoom];
    const [wide, high] = [Math.max(width, 200) / zoom, Math.max(height, 200) / zoom];
    const inside =
      part !== null &&
      left >= part.left &&
      top >= part.top &&
      left + wide <= part.right &&
      top + high <= part.bottom;
    if (part && inside && part.right - part.left < 3 * wide) return part;
    part = {
      left: left - wide / 4,
      top: top - high / 4,
      right: left + wide * 1.25,
      bottom: top + high * 1.25,
    };
    return part;
  };
}

/** What of the canvas is drawn; null: everything. */
export function useSight(cards: number): Sight | null {
  const sight = useMemo(follow, []);
  return useStore((state) => (cards > many ? sight(state) : null));
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
