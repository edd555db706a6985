import type { Playing } from "../core/types";
import { drawing, element, write } from "./dom";
import { byDay, DAY } from "./film";
import type { Words } from "./words";

export interface Course {
  node: HTMLElement;
  show: (time: number) => void;
}

const width = 300;
const height = 110;

/** The completeness of the groups over the days, drawn as far as the film has come. */
export function courseOf(playing: Playing, words: Words): Course {
  const end = playing.days * DAY;
  const x = (time: number) => (time / end) * width;
  const y = (value: number) => height - (value / 100) * height;
  const clip = drawing("rect", { x: 0, y: -4, width: 0, height: height + 8 });
  const now = drawing("line", { class: "play-now", y1: 0, y2: height });
  const curves = playing.interests.map(({ completeness }, index) => {
    const points = completeness.map((value, day) =>
      value === null ? "" : `${x(day * DAY).toFixed(1)} ${y(value).toFixed(1)}`,
    );
    return drawing("path", {
      class: "play-curve",
      "data-curve": index % 4,
      d: `M${points.filter(Boolean).join("L")}`,
    });
  });
  const dots = playing.interests.map((_interest, index) =>
    drawing("circle", { class: "play-at", "data-curve": index % 4, r: 5 }),
  );
  const threshold = playing.interests[0]?.readyAt ?? 0;
  const id = `play-clip-${Math.random().toString(36).slice(2)}`;
  const ghosts = curves.map((curve) => curve.cloneNode() as SVGElement);
  for (const ghost of ghosts) ghost.setAttribute("class", "play-ghost");
  const picture = drawing(
    "svg",
    { viewBox: `-2 -8 ${width + 4} ${height + 16}`, class: "play-course", "aria-hidden": "true" },
    drawing("defs", {}, drawing("clipPath", { id }, clip)),
    ...[0, 50, 100].map((value) =>
      drawing("line", { class: "play-grid", x1: 0, x2: width, y1: y(value), y2: y(value) }),
    ),
    drawing("line", { class: "play-threshold", x1: 0, x2: width, y1: y(threshold), y2: y(threshold) }),
    ...ghosts,
    drawing("g", { "clip-path": `url(#${id})` }, ...curves),
    now,
    ...dots,
  );
  const label = element("b");
  const node = element(
    "section",
    { class: "play-fill" },
    element("h2", {}, `${words.t("present.fill")} `, label),
    picture,
  );
  if (playing.interests.length === 0) node.hidden = true;
  return {
    node,
    show(time) {
      clip.setAttribute("width", String(x(time)));
      now.setAttribute("x1", String(x(time)));
      now.setAttribute("x2", String(x(time)));
      const values = playing.interests.map(({ completeness }) => byDay(completeness, time));
      values.forEach((value, index) => {
        dots[index]?.setAttribute("cx", String(x(time)));
        dots[index]?.setAttribute("cy", String(y(value ?? 0)));
      });
      write(label, values.map((value) => (value === null ? "–" : words.percent(value / 100))).join(" · "));
    },
  };
}
