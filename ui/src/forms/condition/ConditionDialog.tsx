import { Button, ButtonGroup, Content, Dialog, Heading } from "@react-spectrum/s2";
import { flush } from "../../core/edits";
import type { Condition } from "../../core/types";
import { useSpeech } from "../../i18n";
import { Counted } from "./Counted";
import { useMatches } from "./count";
import { Group } from "./Group";
import { useConditionSentence } from "./sentence";
import { asCondition, isBlank, type Loose, loosePeople } from "./tree";

interface ConditionDialogProps {
  title: string;
  on: "accounts" | "people";
  value: unknown;
  onChange: (value: Condition) => void;
  close: () => void;
}

/** Edits a condition as a tree; every change counts at once, so there is nothing to confirm. */
export function ConditionDialog({ title, on, value, onChange, close }: ConditionDialogProps) {
  const { t } = useSpeech();
  const sentence = useConditionSentence();
  const condition = (value ?? { all: [] }) as Loose;
  const matches = useMatches(on, condition);
  return (
    <Dialog size="XL" isDismissible={false}>
      <Heading slot="title">{title}</Heading>
      <Content>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside sends what was typed there. */}
        <div className="condition-edit" onBlur={flush} data-testid="condition-dialog">
          <Group on={on} value={condition} onChange={(next) => onChange(asCondition(next))} onRemove={null} />
          {on === "accounts" && loosePeople(condition) > 1 ? (
            <p className="hint">{t("condition.loosePeople")}</p>
          ) : null}
          <div className="condition-result">
            <p className="condition-words">
              {isBlank(condition) ? t("condition.matchesAll") : sentence(condition)}
            </p>
            {matches ? <Counted on={on} matches={matches} /> : null}
          </div>
        </div>
      </Content>
      <ButtonGroup>
        <Button
          variant="accent"
          data-testid="condition-done"
          onPress={() => {
            flush();
            close();
          }}
        >
          {t("condition.done")}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
