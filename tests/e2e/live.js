// With arguments[0] "grow": makes a journey of arguments[1] steps in a row, whose last edit put a wait into it.
// With "measure": undoes and redoes that edit arguments[1] times with Live on, and answers with milliseconds: `took`,
// from each key to the end of the frame in which the new numbers are drawn; of it `edit`, the call of the program with the
// way there and back; `shown`, from its answer to the page that has the numbers, where they came by a call of their own
// with that; `frame`, until that page begins to be drawn; `paint`, until it is drawn: the page is free again, or begins
// its next frame, which carries the curves. `curves` is the time from the key until the curves have followed; `late`
// counts the edits whose numbers came by a call of their own.
const [what, count] = arguments;
const done = arguments[arguments.length - 1];
const next = () => new Promise(requestAnimationFrame);
const free = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });

const kinds = [
  { kind: "action", action: { type: "sendEmail", email: "em-intro" } },
  { kind: "wait", for: { hours: 6 } },
  { kind: "action", action: { type: "accountInterestingMoment", moment: "web", description: "Came by" } },
];

async function grow() {
  const invoke = window.__TAURI_INTERNALS__.invoke;
  const { id } = await invoke("createJourney", { name: `${count} steps` });
  const { nodes, header } = await invoke("open", { journey: id });
  const [start] = Object.keys(nodes);
  const settings = { ...nodes[start], list: null, audience: "aud-agri" };
  const edit = (intent) => invoke("edit", { journey: id, intent });
  await edit({ do: "set", node: settings });
  const lasting = { ...header.settings, end: "2027-06-30T00:00" };
  await edit({ do: "header", name: header.name, description: "", settings: lasting });
  const names = Array.from({ length: count - 1 }, (_, at) => `n${at}`);
  const fragment = JSON.stringify({
    format: "caravan/fragment",
    version: 1,
    kind: "account",
    nodes: names.map((id, at) => ({ id, label: `Step ${at}`, ...kinds[at % kinds.length] })),
    edges: names.slice(1).map((to, at) => ({ from: `n${at}`, to })),
  });
  await edit({ do: "paste", fragment, from: start, path: null, at: null });
  await edit({ do: "insert", from: start, path: null, kind: "wait", action: null });
  return { id };
}

/** The board says of which revision its numbers are, from which on they are drawn. */
function renewed(board) {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      resolve(performance.now());
    });
    watch.observe(board, { attributes: true, attributeFilter: ["data-revision"] });
  });
}

/** When each call of the program began and when its answer was there, by the name of its command. */
function calls() {
  const heard = {};
  const plain = window.fetch;
  window.fetch = async (address, ...more) => {
    const begun = performance.now();
    const answer = await plain(address, ...more);
    heard[String(address).split("/").pop()] = [begun, performance.now()];
    return answer;
  };
  return heard;
}

async function measure() {
  const board = document.querySelector(".board");
  const press = (code, more) =>
    window.dispatchEvent(
      new KeyboardEvent("keydown", { code, key: code, bubbles: true, cancelable: true, ...more }),
    );
  const heard = calls();
  const first = renewed(board);
  press("KeyL", { key: "l" });
  await first;
  const figures = { took: [], edit: [], shown: [], frame: [], paint: [], curves: [], late: 0 };
  for (let at = 0; at < count; at++) {
    const after = renewed(board);
    delete heard.live;
    const begun = performance.now();
    const redo = at % 2 === 1;
    press("KeyZ", { key: "z", ctrlKey: true, shiftKey: redo });
    const there = await after;
    await next();
    const drawn = performance.now();
    const painted = await Promise.race([free(), next()]);
    const [sent, answered] = heard[redo ? "redo" : "undo"];
    figures.took.push(painted - begun);
    figures.edit.push(answered - sent);
    figures.shown.push(there - answered);
    figures.frame.push(drawn - there);
    figures.paint.push(painted - drawn);
    while (document.querySelector(".chart[aria-busy]")) await next();
    await next();
    await free();
    figures.curves.push(performance.now() - begun);
    if (heard.live) figures.late += 1;
    // The next edit begins with an idle page.
    await new Promise((rested) => setTimeout(rested, 150));
  }
  return figures;
}

(what === "grow" ? grow() : measure()).then(done, (error) =>
  done({ error: String(error?.message ?? error) }),
);
