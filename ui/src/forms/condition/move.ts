import { childrenOf, type Junction, junctionOf, type Loose } from "./tree";

/** Where a part of a condition stands: the places of the parts that lead to it from the whole, which is []. */
export type Place = number[];

/** The parts directly inside a part; that of *has a person* is its one condition. */
export function inside(condition: Loose): Loose[] {
  if (junctionOf(condition)) return childrenOf(condition);
  const person = condition.hasPerson;
  return typeof person === "object" && person !== null ? [person as Loose] : [];
}

/** The same part with other parts inside. */
function holding(condition: Loose, parts: Loose[]): Loose {
  const junction = junctionOf(condition);
  if (junction) return { [junction]: parts };
  return { hasPerson: parts.length === 1 ? parts[0] : { all: parts } };
}

export function partAt(whole: Loose, place: Place): Loose | undefined {
  return place.reduce<Loose | undefined>((part, step) => part && inside(part)[step], whole);
}

/** The condition with another part at a place; null takes it out. */
export function put(whole: Loose, [step, ...rest]: Place, part: Loose | null): Loose {
  if (step === undefined) return part ?? { all: [] };
  const parts = inside(whole).flatMap((one, index) => {
    if (index !== step) return [one];
    if (rest.length > 0) return [put(one, rest, part)];
    return part ? [part] : [];
  });
  return holding(whole, parts);
}

/** The condition with one more part, before the one that stands at the place. */
export function insert(whole: Loose, place: Place, part: Loose): Loose {
  const step = place.at(-1) ?? 0;
  const parent = place.slice(0, -1);
  const group = partAt(whole, parent);
  if (!group) return whole;
  // A part of its own right becomes a group when another one joins it.
  const parts = junctionOf(group) ? childrenOf(group) : [group];
  const joined = [...parts.slice(0, step), part, ...parts.slice(step)];
  return put(whole, parent, { [junctionOf(group) ?? "all"]: joined });
}

/** Whether a place is the part itself or lies in it. */
export function within(place: Place, part: Place): boolean {
  return part.every((step, index) => place[index] === step);
}

/** Takes a part from one place to before another; null where it would stand in itself or stay where it is. */
export function move(whole: Loose, from: Place, to: Place): { whole: Loose; place: Place } | null {
  const part = partAt(whole, from);
  if (!part || from.length === 0 || within(to, from)) return null;
  const siblings = from.length === to.length && within(to, from.slice(0, -1));
  const step = from.at(-1) ?? 0;
  if (siblings && to.at(-1) === step + 1) return null;
  const place = [...to];
  // What stood behind the part moves up by one when it leaves.
  const depth = from.length - 1;
  if (to.length > depth && within(to, from.slice(0, -1)) && (to[depth] ?? 0) > step) {
    place[depth] = (to[depth] ?? 0) - 1;
  }
  return { whole: insert(put(whole, from, null), place, part), place };
}

/** One step up or down: past the neighbour, into a neighbouring group, or out of its own group at its edge. */
export function stepBy(whole: Loose, from: Place, by: 1 | -1): { whole: Loose; place: Place } | null {
  const parent = from.slice(0, -1);
  const step = from.at(-1);
  if (step === undefined) return null;
  const parts = inside(partAt(whole, parent) ?? {});
  const neighbour = parts[step + by];
  if (neighbour && junctionOf(neighbour)) {
    return move(whole, from, [...parent, step + by, by < 0 ? inside(neighbour).length : 0]);
  }
  if (neighbour) return move(whole, from, [...parent, by < 0 ? step - 1 : step + 2]);
  const up = parent.at(-1);
  // Out of *has a person* a question about people would lose its meaning, so it's an end.
  if (up === undefined || !junctionOf(partAt(whole, parent.slice(0, -1)) ?? {})) return null;
  return move(whole, from, [...parent.slice(0, -1), by < 0 ? up : up + 1]);
}

/** Puts a part into a group of its own. */
export function wrap(whole: Loose, place: Place, junction: Junction): Loose {
  const part = partAt(whole, place);
  return part ? put(whole, place, { [junction]: [part] }) : whole;
}

/** Puts a group's parts in its place. */
export function unwrap(whole: Loose, place: Place): Loose {
  const group = partAt(whole, place);
  if (!group || place.length === 0 || !junctionOf(group)) return whole;
  const without = put(whole, place, null);
  return [...inside(group)].reverse().reduce((all, part) => insert(all, place, part), without);
}

export function duplicate(whole: Loose, place: Place): Loose {
  const part = partAt(whole, place);
  if (!part || place.length === 0) return whole;
  return insert(whole, [...place.slice(0, -1), (place.at(-1) ?? 0) + 1], structuredClone(part));
}

/** The places of all parts, outer ones first: the order in which the program counts them. */
export function places(whole: Loose, at: Place = []): Place[] {
  return [at, ...inside(whole).flatMap((part, index) => places(part, [...at, index]))];
}

/** A place as one word, for keys and ids. */
export const named = (place: Place) => place.join(".");
export const placeOf = (name: string): Place => (name === "" ? [] : name.split(".").map(Number));
