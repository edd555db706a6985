// How long the page's own work takes in each frame while the board is panned and zoomed and while a card is dragged.
// Read as the body of a function: arguments[0] frames of each gesture; answers with milliseconds by gesture.
const frames = arguments[0];
const done = arguments[arguments.length - 1];
const next = () => new Promise(requestAnimationFrame);

async function gesture(act) {
  const script = [];
  const frame = [];
  let last = await next();
  for (let count = 0; count < frames; count++) {
    const begin = performance.now();
    act(count);
    // What an event changes is drawn anew in the microtasks behind it.
    await null;
    await null;
    script.push(performance.now() - begin);
    const now = await next();
    frame.push(now - last);
    last = now;
  }
  return { script, frame };
}

async function measure() {
  const pane = document.querySelector(".react-flow__pane");
  const { x, y, width, height } = pane.getBoundingClientRect();
  const middle = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true };
  const wheel = (more) => pane.dispatchEvent(new WheelEvent("wheel", { ...middle, ...more }));
  const pan = await gesture((count) =>
    wheel({ deltaX: count % 60 < 30 ? 9 : -9, deltaY: count % 2 ? 5 : -5 }),
  );
  const zoom = await gesture((count) => wheel({ ctrlKey: true, deltaY: count % 40 < 20 ? 2 : -2 }));
  const card = [...document.querySelectorAll(".react-flow__node")].find((node) => {
    const box = node.getBoundingClientRect();
    return box.x > x + 40 && box.y > y + 40 && box.right < x + width - 40 && box.bottom < y + height - 40;
  });
  const box = card.getBoundingClientRect();
  const at = (count) => ({
    clientX: box.x + 20 + (count % 80),
    clientY: box.y + 10 + (count % 50),
    view: window,
    bubbles: true,
    cancelable: true,
    buttons: 1,
  });
  card.dispatchEvent(new MouseEvent("mousedown", at(0)));
  const drag = await gesture((count) => window.dispatchEvent(new MouseEvent("mousemove", at(count))));
  window.dispatchEvent(new MouseEvent("mouseup", { ...at(0), buttons: 0 }));
  return { pan, zoom, drag };
}

measure().then(done, (error) => done({ error: String(error) }));
