import type { en } from "../en";
import { canvas } from "./canvas";
import { conditions } from "./conditions";
import { data } from "./data";
import { drawing } from "./drawing";
import { forms } from "./forms";
import { groups } from "./groups";
import { history } from "./history";
import { library } from "./library";
import { lifecycle } from "./lifecycle";
import { present } from "./present";
import { results } from "./results";
import { window } from "./window";

/** Spanish. */
export const es: Record<keyof typeof en, string> = {
  ...canvas,
  ...conditions,
  ...data,
  ...drawing,
  ...groups,
  ...history,
  ...forms,
  ...library,
  ...lifecycle,
  ...present,
  ...results,
  ...window,
};
