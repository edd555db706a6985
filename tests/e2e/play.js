// How long the player's own work takes in each frame, at several speeds. Read as the body of a function: arguments[0]
// milliseconds of each; answers by speed, with the number of dots that the canvas showed at most.
const each = arguments[0];
const done = arguments[arguments.length - 1];
const part = (name) => document.querySelector(`[data-testid=${name}]`);
const after = (time) => new Promise((resolve) => setTimeout(resolve, time));
const next = window.requestAnimationFrame.bind(window);

async function measured(speed) {
  const script = [];
  const frame = [];
  let last = 0;
  window.requestAnimationFrame = (run) =>
    next((now) => {
      const begin = performance.now();
      run(now);
      script.push(performance.now() - begin);
      if (last) frame.push(now - last);
      last = now;
    });
  part("toStart").click();
  part("dayOn").click();
  const choice = part("speed");
  choice.value = speed;
  choice.dispatchEvent(new Event("change"));
  const until = performance.now() + each;
  while (performance.now() < until) {
    // A chapter stops it; it goes on at once.
    if (part("play").getAttribute("aria-label") === "Play") part("play").click();
    await after(40);
  }
  if (part("play").getAttribute("aria-label") === "Pause") part("play").click();
  return { script, frame };
}

async function measure() {
  for (let look = 0; look < 200 && !part("play"); look++) {
    part("present")?.click();
    await after(150);
  }
  await after(600);
  const answer = {};
  for (const speed of ["0.5", "1", "10", "50"]) answer[speed] = await measured(speed);
  return answer;
}

measure().then(done, (error) => done({ error: String(error) }));
