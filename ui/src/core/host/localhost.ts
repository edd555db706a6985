import type { Host } from "./host";

/** The same commands over HTTP, for a page in a browser. */
export const localhost: Host = {
  async call<Answer>(command: string, args: object) {
    const answer = await post(command, args);
    return (await answer.json()) as Answer;
  },
  async stream<Event>(command: string, args: object, on: (event: Event) => void) {
    const answer = await post(command, args);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.trim()) on(JSON.parse(line) as Event);
    }
    if (rest.trim()) on(JSON.parse(rest) as Event);
  },
};

async function post(command: string, args: object): Promise<Response> {
  const body = JSON.stringify(args);
  // `keepalive` lets the last keystrokes arrive when the page is being closed; browsers cap its size at 64 kB.
  const answer = await fetch(`/api/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: body.length < 60_000 && command !== "simulate",
  }).catch(() => {
    throw { code: "unreachable", message: "The program does not answer.", params: {} };
  });
  if (answer.ok) return answer;
  throw await answer
    .json()
    .catch(() => ({ code: "unreachable", message: `The program answered ${answer.status}.`, params: {} }));
}
