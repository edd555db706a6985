import { Channel, invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { Window } from "@tauri-apps/api/window";
import { open, save } from "@tauri-apps/plugin-dialog";
import { opened } from "./beside";
import type { Host } from "./host";

/** Events after which a stream is over. */
const last = new Set(["finished", "sensitivity", "compared", "candidates", "cancelled", "failed"]);

/** The desktop window's own channel to the program. */
export const tauri: Host = {
  call: (command, args) => invoke(command, { ...args }),
  stream<Event>(command: string, args: object, on: (event: Event) => void) {
    return new Promise<void>((resolve, reject) => {
      const channel = new Channel<Event>();
      channel.onmessage = (event) => {
        on(event);
        if (last.has((event as { type: string }).type)) resolve();
      };
      invoke(command, { ...args, on: channel }).catch(reject);
    });
  },
  async chooseFiles(endings) {
    return (
      (await open({ multiple: true, filters: [{ name: endings.join(", "), extensions: endings }] })) ?? []
    );
  },
  choosePlace: (name) => save({ defaultPath: name }),
  // A page cannot close a window of the desktop's by itself.
  openBeside: () => opened(() => void Window.getByLabel("beside").then((beside) => beside?.destroy())),
  onDrop(on) {
    const listening = getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") on({ state: "dropped", paths: payload.paths });
      else on({ state: payload.type === "leave" ? "gone" : "over" });
    });
    return () => void listening.then((stop) => stop());
  },
};
