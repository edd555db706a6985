// Makes a journey of as many cards as arguments[0] says, with twenty paths, so that opening the window again shows it.
const cards = arguments[0];
const done = arguments[arguments.length - 1];
const invoke = window.__TAURI_INTERNALS__.invoke;

const kinds = [
  { kind: "action", action: { type: "sendEmail", email: "em-intro" } },
  { kind: "wait", for: { days: 5 } },
  { kind: "action", action: { type: "accountInterestingMoment", moment: "web", description: "Came by" } },
];

function fragment(count) {
  const paths = Array.from({ length: 20 }, (_, at) => ({
    id: `p${at + 1}`,
    label: `Path ${at + 1}`,
    condition: { attribute: "account.accountName", op: "is", value: [`Account ${at}`] },
  }));
  const nodes = [{ id: "split", kind: "splitAccounts", label: "Twenty ways", paths, other: true }];
  const edges = [];
  for (let at = 0; at < count - 1; at++) {
    nodes.push({ id: `n${at}`, label: `Step ${at}`, ...kinds[at % kinds.length] });
    edges.push(
      at < 20 ? { from: "split", path: `p${at + 1}`, to: "n" + at } : { from: `n${at - 20}`, to: `n${at}` },
    );
  }
  return JSON.stringify({ format: "caravan/fragment", version: 1, kind: "account", nodes, edges });
}

async function grow() {
  const { id } = await invoke("createJourney", { name: `${cards} cards` });
  const { nodes } = await invoke("open", { journey: id });
  const [start] = Object.keys(nodes);
  const intent = { do: "paste", fragment: fragment(cards - 1), from: start, path: null, at: null };
  await invoke("edit", { journey: id, intent });
  return { id };
}

grow().then(done, (error) => done({ error: JSON.stringify(error) }));
