import { style } from "@react-spectrum/s2/style" with { type: "macro" };

/** The kit's fields at the full width of what they stand in. */
export const wide = style({ width: "full" });
/** In a row: takes what is left. */
export const grow = style({ flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 });
/** A short choice at the head of a group. */
export const choice = style({ width: 160, flexShrink: 0 });
/** In a row: a number with its stepper. */
export const number = style({ width: 96, flexShrink: 0 });
