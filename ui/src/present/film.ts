import type { PlayedCard, Playing } from "../core/types";

/** Minutes of a day. */
export const DAY = 1440;

/** A step along an edge, from a time to a time of the film. */
export interface Hop {
  start: number;
  end: number;
  account: number;
  edge: number;
}

/** What is looked up again and again while a film plays; nothing here changes with the time shown. */
export interface Film {
  playing: Playing;
  /** The length in minutes. */
  length: number;
  hops: Hop[];
  /** The longest time that a hop takes. */
  longest: number;
  /** By card: when somebody arrives, and when somebody leaves, each in ascending order. */
  arrivals: Float64Array[];
  departures: Float64Array[];
  /** The most that are ever at one card at once. */
  most: number;
  /** By interest and role: when its fill changes, and the share of the groups in which it is then full. */
  roles: RoleCourse[][];
  /** By interest: when groups become ready, in ascending order. */
  ready: Float64Array[];
  /** When somebody enters the journey, and when somebody ends it, each in ascending order. */
  entries: Float64Array;
  ends: Float64Array;
  /** Every minute in which something happens, once, in ascending order. */
  events: Float64Array;
}

export interface RoleCourse {
  minutes: Float64Array;
  shares: Float64Array;
}

/** Prepares a film in which a step along an edge takes so many minutes, or less where the next one follows sooner. */
export function film(playing: Playing, travel: number): Film {
  const length = playing.days * DAY;
  const hops = hopsOf(playing, travel, length);
  const arrivals: number[][] = playing.board.cards.map(() => []);
  const departures: number[][] = playing.board.cards.map(() => []);
  const entries: number[] = [];
  const ends: number[] = [];
  let longest = 0;
  for (const { start, end, edge } of hops) {
    const { from, to } = playing.board.edges[edge] ?? { from: null, to: null };
    if (from === null) entries.push(start);
    if (to === null) ends.push(end);
    if (from !== null) departures[from]?.push(start);
    if (to !== null) arrivals[to]?.push(end);
    longest = Math.max(longest, end - start);
  }
  const sorted = (times: number[]) => Float64Array.from(times).sort();
  const made = {
    playing,
    length,
    hops,
    longest,
    arrivals: arrivals.map(sorted),
    departures: departures.map(sorted),
    roles: rolesOf(playing),
    ready: playing.interests.map((_, interest) =>
      sorted(playing.ready.minute.filter((_minute, row) => playing.ready.interest[row] === interest)),
    ),
    events: eventsOf(playing),
    entries: sorted(entries),
    ends: sorted(ends),
  };
  return { ...made, most: mostOf(made.arrivals, made.departures) };
}

/** Steps of one mover in one minute share the time, one after another. */
function hopsOf({ moves }: Playing, travel: number, length: number): Hop[] {
  const rows = new Map<number, number[]>();
  moves.minute.forEach((_minute, row) => {
    const mover = (moves.account[row] ?? 0) * 65536 + (moves.person[row] ?? 0);
    const own = rows.get(mover);
    if (own) own.push(row);
    else rows.set(mover, [row]);
  });
  const hops: Hop[] = [];
  for (const own of rows.values()) {
    for (let first = 0; first < own.length; ) {
      const minute = moves.minute[own[first] ?? 0] ?? 0;
      let after = first + 1;
      while (after < own.length && moves.minute[own[after] ?? 0] === minute) after += 1;
      const next = after < own.length ? (moves.minute[own[after] ?? 0] ?? length) : length;
      const each = Math.min(travel, next - minute) / (after - first);
      for (let at = first; at < after; at += 1) {
        const row = own[at] ?? 0;
        const start = minute + (at - first) * each;
        hops.push({ start, end: start + each, account: moves.account[row] ?? 0, edge: moves.edge[row] ?? 0 });
      }
      first = after;
    }
  }
  return hops.sort((a, b) => a.start - b.start || a.account - b.account);
}

function mostOf(arrivals: Float64Array[], departures: Float64Array[]): number {
  let most = 1;
  arrivals.forEach((times, card) => {
    const out = departures[card] ?? new Float64Array();
    let gone = 0;
    times.forEach((time, come) => {
      while (gone < out.length && (out[gone] ?? 0) <= time) gone += 1;
      most = Math.max(most, come + 1 - gone);
    });
  });
  return most;
}

function rolesOf({ interests, fills }: Playing): RoleCourse[][] {
  const rows = interests.map(({ roles }) => roles.map(() => [] as number[]));
  fills.minute.forEach((_minute, row) => {
    rows[fills.interest[row] ?? 0]?.[fills.role[row] ?? 0]?.push(row);
  });
  return interests.map(({ roles, groups }, interest) =>
    roles.map(({ membersRequired }, role) => {
      const members = new Map<number, number>();
      let full = 0;
      const own = rows[interest]?.[role] ?? [];
      const minutes = new Float64Array(own.length);
      const shares = new Float64Array(own.length);
      own.forEach((row, at) => {
        const account = fills.account[row] ?? 0;
        const before = members.get(account) ?? 0;
        const now = before + (fills.change[row] ?? 0);
        members.set(account, now);
        full += Math.min(now / membersRequired, 1) - Math.min(before / membersRequired, 1);
        minutes[at] = fills.minute[row] ?? 0;
        shares[at] = groups > 0 ? full / groups : 0;
      });
      return { minutes, shares };
    }),
  );
}

function eventsOf({ moves, fills, ready }: Playing): Float64Array {
  const minutes = new Set<number>([...moves.minute, ...fills.minute, ...ready.minute]);
  return Float64Array.from(minutes).sort();
}

/** How many of the times are at or before one. */
export function upTo(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many are at a card. */
export function hereAt({ arrivals, departures }: Film, card: number, time: number): number {
  return upTo(arrivals[card] ?? [], time) - upTo(departures[card] ?? [], time);
}

/** How many are in the journey. */
export const insideAt = ({ entries, ends }: Film, time: number) => upTo(entries, time) - upTo(ends, time);

/** In what share of the groups a role is full. */
export function shareAt({ minutes, shares }: RoleCourse, time: number): number {
  const at = upTo(minutes, time);
  return at === 0 ? 0 : (shares[at - 1] ?? 0);
}

/** The hops under way. */
export function moving({ hops, longest }: Film, time: number, take: (hop: Hop) => void): void {
  let low = 0;
  let high = hops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hops[middle]?.start ?? 0) < time - longest) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < hops.length; at += 1) {
    const hop = hops[at];
    if (!hop || hop.start > time) return;
    if (hop.end > time) take(hop);
  }
}

/** The card where an account is, or null on its way, before and after. Of several people, the last that moved. */
export function cardOf({ hops, playing }: Film, account: number, time: number): number | null {
  let card: number | null = null;
  for (const hop of hops) {
    if (hop.start > time) break;
    if (hop.account === account) card = hop.end <= time ? (playing.board.edges[hop.edge]?.to ?? null) : null;
  }
  return card;
}

/** A value given by day, between the days too. */
export function byDay(values: (number | null)[], time: number): number | null {
  const at = Math.min(time / DAY, values.length - 1);
  const low = values[Math.floor(at)] ?? null;
  const high = values[Math.ceil(at)] ?? null;
  if (low === null || high === null) return low;
  return low + (high - low) * (at - Math.floor(at));
}

/** The next minute of `events` after a time, or the one before it. */
export function nextEvent({ events, length }: Film, time: number): number {
  const at = upTo(events, time);
  return Math.min(events[at] ?? length, length);
}

export function previousEvent({ events }: Film, time: number): number {
  let at = upTo(events, time) - 1;
  if (events[at] === time) at -= 1;
  return events[at] ?? 0;
}

/** What people call a card. */
export const titleOf = (card: PlayedCard | undefined, locale: "en" | "es") => card?.title[locale] ?? "";
