import type { KindInfo } from "../core/types";

interface IconProps {
  family: KindInfo["family"] | undefined;
  svg: string | undefined;
}

/** A kind's picture on the soft tint of its family. The picture is the program's own, so it may be put in as it is. */
export function Icon({ family, svg }: IconProps) {
  return (
    <span
      className="icon"
      data-family={family ?? "flow"}
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the catalogue's icons are compiled into the program.
      dangerouslySetInnerHTML={{ __html: svg ?? "" }}
    />
  );
}
