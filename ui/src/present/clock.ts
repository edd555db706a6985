import { DAY } from "./film";

/** How fast a film may play: days a second. */
export const speeds = [0.5, 1, 2, 5, 10, 20, 50] as const;

export interface ClockState {
  /** In minutes. */
  time: number;
  playing: boolean;
  speed: number;
}

export interface Clock {
  state: ClockState;
  play: () => void;
  pause: () => void;
  seek: (time: number) => void;
  faster: (by: 1 | -1) => void;
  setSpeed: (speed: number) => void;
  stop: () => void;
}

interface Given {
  length: number;
  /** Where playing stops by itself, in ascending order. */
  stops: () => number[];
  /** Shows days one after another instead of moving. */
  steps: () => boolean;
  changed: (state: ClockState, frame: boolean) => void;
}

/** Moves the time on while it plays. At a stop it pauses exactly there. */
export function clock({ length, stops, steps, changed }: Given): Clock {
  const state: ClockState = { time: 0, playing: false, speed: 1 };
  let frame = 0;
  let before = 0;
  /** Time that a step of a day still waits for. */
  let saved = 0;
  const tell = (drawn = false) => changed(state, drawn);
  const advance = (minutes: number) => {
    const target = Math.min(length, state.time + minutes);
    const stop = stops().find((at) => at > state.time && at <= target);
    state.time = stop ?? target;
    if (stop !== undefined || state.time >= length) state.playing = false;
  };
  const tick = (now: number) => {
    frame = 0;
    if (!state.playing) return;
    // A window that slept goes on where it was, not where it would be.
    const passed = Math.min(100, Math.max(0, now - before)) / 1000;
    before = Math.max(before, now);
    const minutes = passed * state.speed * DAY;
    if (steps()) {
      saved += minutes;
      const wait = Math.max(1, state.speed / 8) * DAY;
      if (saved >= wait) {
        saved = 0;
        advance((Math.floor(state.time / DAY) + Math.round(wait / DAY)) * DAY - state.time);
        tell(true);
      }
    } else {
      advance(minutes);
      tell(true);
    }
    if (state.playing) frame = requestAnimationFrame(tick);
    else tell();
  };
  const pause = () => {
    state.playing = false;
    cancelAnimationFrame(frame);
    tell();
  };
  const setSpeed = (speed: number) => {
    state.speed = speed;
    tell();
  };
  return {
    state,
    play() {
      if (state.playing) return;
      if (state.time >= length) state.time = 0;
      state.playing = true;
      before = performance.now();
      saved = 0;
      tell();
      frame = requestAnimationFrame(tick);
    },
    pause,
    seek(time) {
      state.time = Math.min(length, Math.max(0, time));
      tell();
    },
    setSpeed,
    faster(by) {
      const at = speeds.indexOf(state.speed as (typeof speeds)[number]);
      setSpeed(speeds[Math.min(speeds.length - 1, Math.max(0, at + by))] ?? 1);
    },
    stop() {
      state.playing = false;
      cancelAnimationFrame(frame);
    },
  };
}
