// With arguments[0] "grow": makes a journey of arguments[1] steps in a row, whose last edit put a wait into it.
// With "measure": undoes and redoes that edit arguments[1] times with Live on, and answers with the milliseconds from
// each key to the frame in which the new numbers are drawn.
const [what, count] = arguments;
const done = arguments[arguments.length - 1];
const next = () => new Promise(requestAnimationFrame);

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

/** The board says that its numbers are old from the edit on until the new ones are drawn. */
function drawn(board) {
  return new Promise((resolve) => {
    let old = false;
    const watch = new MutationObserver(() => {
      if (board.dataset.stale) old = true;
      else if (old) {
        watch.disconnect();
        next().then(() => resolve(performance.now()));
      }
    });
    watch.observe(board, { attributes: true, attributeFilter: ["data-stale"] });
  });
}

async function measure() {
  const board = document.querySelector(".board");
  const press = (code, more) =>
    window.dispatchEvent(new KeyboardEvent("keydown", { code, key: code, bubbles: true, cancelable: true, ...more }));
  const first = drawn(board);
  press("KeyL", { key: "l" });
  await first;
  const took = [];
  for (let at = 0; at < count; at++) {
    const after = drawn(board);
    const begun = performance.now();
    press("KeyZ", { key: "z", ctrlKey: true, shiftKey: at % 2 === 1 });
    took.push((await after) - begun);
    await next();
  }
  return { took };
}

(what === "grow" ? grow() : measure()).then(done, (error) => done({ error: String(error?.message ?? error) }));
