import type { Host } from "./host";
import { localhost } from "./localhost";
import { tauri } from "./tauri";

/** The transport of this page, chosen by where it runs. */
export const host: Host = "__TAURI_INTERNALS__" in globalThis ? tauri : localhost;
