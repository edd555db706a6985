import { Channel, invoke } from "@tauri-apps/api/core";
import type { Host } from "./host";

/** Events after which a stream is over. */
const last = new Set(["finished", "cancelled", "failed"]);

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
};
