import type { en } from "../en";
import { answers } from "./answers";
import { canvas } from "./canvas";
import { conditions } from "./conditions";
import { data } from "./data";
import { drawing } from "./drawing";
import { forms } from "./forms";
import { groups } from "./groups";
import { history } from "./history";
import { library } from "./library";
import { lifecycle } from "./lifecycle";
import { live } from "./live";
import { present } from "./present";
import { results } from "./results";
import { studies } from "./studies";
import { window } from "./window";
import { workplace } from "./workplace";

/** Spanish. */
export const es: Record<keyof typeof en, string> = {
  ...answers,
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
  ...live,
  ...results,
  ...studies,
  ...window,
  ...workplace,
};
