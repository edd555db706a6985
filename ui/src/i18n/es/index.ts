import type { en } from "../en";
import { canvas } from "./canvas";
import { conditions } from "./conditions";
import { drawing } from "./drawing";
import { forms } from "./forms";
import { lifecycle } from "./lifecycle";
import { results } from "./results";
import { window } from "./window";

/** Spanish. */
export const es: Record<keyof typeof en, string> = {
  ...window,
  ...canvas,
  ...drawing,
  ...forms,
  ...conditions,
  ...lifecycle,
  ...results,
};
