// How smooth the table of people scrolls, from row to row and in leaps. Read as the body of a function: arguments[0] is
// "fill", with so many accounts in arguments[1], or "measure", with so many frames. Answers with milliseconds: of the
// page's own work in each frame, of whole frames, and of the time from a leap until its rows are there.
const [what, count] = arguments;
const done = arguments[arguments.length - 1];
const invoke = window.__TAURI_INTERNALS__.invoke;
const next = () => new Promise(requestAnimationFrame);
const { body } = document;

async function fill() {
  const recipe = { accounts: count, seed: 1 };
  return await invoke("makeSample", { recipe });
}

async function scroll(grid, by) {
  const script = [];
  const frame = [];
  let last = await next();
  for (let at = 0; at < count; at++) {
    const begin = performance.now();
    grid.scrollTop += by;
    // The page draws its rows when it hears of the scrolling, which comes before the next frame's callbacks.
    grid.dispatchEvent(new Event("scroll"));
    await null;
    await null;
    script.push(performance.now() - begin);
    const now = await next();
    frame.push(now - last);
    last = now;
  }
  return { script, frame };
}

/** The rows that are in view, and whether all of them are there. */
function seen(grid) {
  const { top, bottom } = grid.getBoundingClientRect();
  const rows = [...grid.querySelectorAll(".grid-row")].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top + 40 && box.top < bottom;
  });
  return rows.length > 0 && rows.every((row) => !row.textContent.includes("…"));
}

async function leap(grid) {
  const took = [];
  const whole = grid.scrollHeight - grid.clientHeight;
  for (let at = 1; at <= 30; at++) {
    grid.scrollTop = whole * ((at * 0.618) % 1);
    const begin = performance.now();
    do await next();
    while (!seen(grid));
    took.push(performance.now() - begin);
  }
  return took;
}

async function measure() {
  document.querySelector("[data-testid=dataset]").click();
  while (!document.querySelector("[data-testid=table-people]")) await next();
  document.querySelector("[data-testid=table-people]").click();
  let grid = null;
  do {
    await next();
    grid = document.querySelector("[data-testid=rows]");
  } while (!grid || !seen(grid));
  const rows = Number(grid.getAttribute("aria-rowcount")) - 1;
  const wheel = await scroll(grid, 120);
  const fast = await scroll(grid, 3200);
  const leaps = await leap(grid);
  grid.scrollTop = grid.scrollHeight;
  do await next();
  while (!seen(grid));
  const last =
    Math.max(
      ...[...grid.querySelectorAll(".grid-row")].map((row) =>
        Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")),
      ),
    ) - 1;
  body.dataset.measured = "1";
  return { rows, last, wheel, fast, leaps };
}

(what === "fill" ? fill() : measure()).then(done, (error) => done({ error: JSON.stringify(error) + error }));
