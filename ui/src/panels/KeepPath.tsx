import { Button, ButtonGroup, Content, Dialog, Heading, Radio, RadioGroup } from "@react-spectrum/s2";
import { useState } from "react";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "./names";

/** Radio values can't be null; no path has this id. */
const none = "\u0000";

interface KeepPathProps {
  node: string;
  choose: (keep: string | null) => void;
}

/** Asks which path of a split stays in line when the split is deleted. */
export function KeepPath({ node, choose }: KeepPathProps) {
  const { t } = useSpeech();
  const names = useNames();
  const journey = useDocument((state) => state.journey);
  const exits = (journey?.exits[node] ?? []).filter(({ to }) => to !== null);
  const [keep, setKeep] = useState<string>(exits[0]?.path ?? none);
  const shown = journey?.nodes[node];
  return (
    <Dialog size="S">
      <Heading slot="title">{t("dialog.keep.title", { name: shown ? names.node(shown) : node })}</Heading>
      <Content>
        <RadioGroup label={t("dialog.keep.text")} value={keep} onChange={setKeep}>
          {exits.map(({ path, label, to }) => (
            <Radio key={path ?? none} value={path ?? none}>
              {t("dialog.keep.path", {
                path: names.exit({ path, label }),
                node: to && journey?.nodes[to] ? names.node(journey.nodes[to]) : "",
              })}
            </Radio>
          ))}
          <Radio value={none}>{t("dialog.keep.none")}</Radio>
        </RadioGroup>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={() => useWindow.setState({ dialog: null })}>
          {t("dialog.cancel")}
        </Button>
        <Button
          variant="negative"
          onPress={() => choose(keep === none ? null : keep)}
          data-testid="dialog-go"
        >
          {t("dialog.delete.go")}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
