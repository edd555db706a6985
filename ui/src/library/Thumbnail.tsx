import { useEffect, useRef, useState } from "react";
import * as api from "../core/api";

/** The drawings at hand, each with the instant of the change that it shows. */
const drawn = new Map<string, { changed: string; svg: string }>();

async function draw(journey: string, changed: string): Promise<string> {
  // A journey that was deleted meanwhile has no picture.
  const svg = await api.thumbnail(journey).catch(() => "");
  if (svg) drawn.set(journey, { changed, svg });
  return svg;
}

/** A journey in small, drawn when it comes into sight. */
export function Thumbnail({ journey, changed }: { journey: string; changed: string }) {
  const box = useRef<HTMLDivElement>(null);
  const known = drawn.get(journey);
  // What has changed shows its picture of before until there is a new one.
  const [picture, setPicture] = useState(known?.svg ?? "");
  const fresh = known?.changed === changed;
  useEffect(() => {
    if (fresh || !box.current) return;
    let gone = false;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void draw(journey, changed).then((svg) => gone || setPicture(svg));
    });
    watch.observe(box.current);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [journey, changed, fresh]);
  return (
    <div ref={box} className="thumbnail">
      <Picture svg={fresh ? known.svg : picture} />
    </div>
  );
}

/** A drawing without colours of its own. */
export function Picture({ svg }: { svg: string }) {
  return (
    <div
      className="thumbnail-picture"
      aria-hidden="true"
      data-drawn={svg !== "" || undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the program draws it, from numbers alone.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
