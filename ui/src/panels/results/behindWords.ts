import { useDocument } from "../../core/document";
import type { Behind } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";

/** What accounts have in common, in words. */
export function useBehindWords(): (behind: Behind) => string {
  const { t } = useSpeech();
  const names = useNames();
  const journey = useDocument((state) => state.journey);
  const step = (id: string) => {
    const node = journey?.nodes[id];
    return node ? names.node(node) : id;
  };
  const path = (node: string, id: string | null) => {
    const exit = journey?.exits[node]?.find((of) => of.path === id);
    if (exit) return names.exit(exit);
    const paths = (journey?.nodes[node]?.paths ?? []) as { id: string; label?: string | null }[];
    return names.exit({ path: id, label: paths.find((of) => of.id === id)?.label ?? null });
  };
  const interest = (id: string) => names.reference("solutionInterest", id);
  return (behind) => {
    switch (behind.what) {
      case "all":
        return t("behind.what.all");
      case "entered":
        return t("behind.what.entered", { step: step(behind.node) });
      case "here":
        return behind.day === null
          ? t("behind.what.here", { step: step(behind.node) })
          : t("behind.what.hereOn", { step: step(behind.node), day: behind.day });
      case "took":
        return behind.path === null
          ? t("behind.what.left", { step: step(behind.from) })
          : t("behind.what.took", { step: step(behind.from), path: path(behind.from, behind.path) });
      case "reached":
        return t("behind.what.reached", { step: step(behind.node) });
      case "path":
        return t("behind.what.path", { step: step(behind.node), path: path(behind.node, behind.path) });
      case "groups":
        return t("behind.what.groups", { interest: interest(behind.solutionInterest) });
      case "ready":
        return behind.day === null
          ? t("behind.what.ready", { interest: interest(behind.solutionInterest) })
          : t("behind.what.readyBy", { interest: interest(behind.solutionInterest), day: behind.day });
      case "notReady":
        return t("behind.what.notReady", { interest: interest(behind.solutionInterest) });
      case "band":
        return t("behind.what.band", {
          interest: interest(behind.solutionInterest),
          from: behind.band * 25,
          to: behind.band * 25 + 25,
        });
      case "holds":
        return t("behind.what.holds", { interest: interest(behind.solutionInterest), role: behind.role });
      case "missing":
        return behind.cause === null
          ? t("behind.what.missing", { role: behind.role })
          : t("behind.what.cause", { role: behind.role, cause: t(`why.${behind.cause}`) });
      case "channel":
        return t("behind.what.channel", { channel: t(`channel.${behind.channel}`) });
    }
  };
}
