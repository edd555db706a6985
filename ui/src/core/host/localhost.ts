import { opened } from "./beside";
import type { Host } from "./host";

/** The same commands over HTTP, for a page in a browser. */
export const localhost: Host = {
  async call<Answer>(command: string, args: object) {
    const answer = await post(command, args);
    return (await answer.json()) as Answer;
  },
  async stream<Event>(command: string, args: object, on: (event: Event) => void) {
    const answer = await post(command, args, false);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.trim()) on(JSON.parse(line) as Event);
    }
    if (rest.trim()) on(JSON.parse(rest) as Event);
  },
  chooseFiles: (endings) =>
    new Promise((chosen) => {
      const input = document.createElement("input");
      input.type = "file";
      input.multiple = true;
      input.accept = endings.map((ending) => `.${ending}`).join(",");
      input.onchange = () => chosen(upload([...(input.files ?? [])]));
      input.oncancel = () => chosen([]);
      input.click();
    }),
  // The program's own folder stands in for the one that a dialog would ask for.
  choosePlace: async (name) => name,
  openBeside: () => opened(),
  onDrop(on) {
    const over = (event: DragEvent) => {
      event.preventDefault();
      on({ state: "over" });
    };
    const gone = (event: DragEvent) => event.relatedTarget === null && on({ state: "gone" });
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      void upload(files).then((paths) => on({ state: "dropped", paths }));
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", gone);
    addEventListener("drop", dropped);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", gone);
      removeEventListener("drop", dropped);
    };
  },
  download(name: string, file: Blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser reads the file after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

/** A browser keeps paths to itself, so the files' bytes are handed over; the answers are paths. */
function upload(files: File[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      const answer = await fetch(`/upload/${encodeURIComponent(file.name)}`, { method: "POST", body: file });
      return (await answer.json()) as string;
    }),
  );
}

async function post(command: string, args: object, short = true): Promise<Response> {
  const body = JSON.stringify(args);
  // `keepalive` lets the last keystrokes arrive when the page is being closed; browsers cap its size at 64 kB.
  const answer = await fetch(`/api/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: body.length < 60_000 && short,
  }).catch(() => {
    throw { code: "unreachable", message: "The program does not answer.", params: {} };
  });
  if (answer.ok) return answer;
  throw await answer
    .json()
    .catch(() => ({ code: "unreachable", message: `The program answered ${answer.status}.`, params: {} }));
}
