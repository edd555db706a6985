/**
 * Whether two sets of properties say the same, so that what they show need not be drawn anew: answers of the program come
 * as new objects each time. Functions don't count.
 */
export const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
