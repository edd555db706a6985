import { ActionButton, Form, Text, TextArea, TextField } from "@react-spectrum/s2";
import Delete from "@react-spectrum/s2/icons/Delete";
import { actions } from "../actions";
import { Icon } from "../canvas/Icon";
import { useDocument, useNode } from "../core/document";
import { flush, type } from "../core/edits";
import type { Node } from "../core/types";
import { kindOf, startsJourney, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Warning, Wrong } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { Field } from "./Field";
import { wide } from "./wide";

/** The settings of the selected node, made from the catalogue's fields. */
export function NodeForm({ id }: { id: string }) {
  const { t, text } = useSpeech();
  const names = useNames();
  const node = useNode(id);
  const catalogue = useWindow((state) => state.catalogue);
  if (!node) return null;
  const kind = kindOf(catalogue, node.kind);
  const info = names.info(node);
  const change = (next: Partial<Node>) => type({ ...node, ...next });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside sends what was typed there.
    <div className="form" onBlur={flush} data-form={id}>
      <div className="form-head">
        <Icon family={kind?.family} svg={info?.icon ?? kind?.icon} />
        <div>
          <h2>{names.doing(node)}</h2>
          <p>{text(info?.hint ?? kind?.hint)}</p>
        </div>
      </div>
      <Findings node={id} />
      <Form size="S">
        <TextField
          label={t("properties.label")}
          styles={wide}
          value={node.label ?? ""}
          placeholder={names.doing(node)}
          onChange={(label) => change({ label: label === "" ? null : label })}
        />
        {kind?.fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={node[field.key]}
            on={kind.on ?? "accounts"}
            onChange={(value) => change({ [field.key]: value })}
          />
        ))}
        <TextArea
          label={t("properties.note")}
          styles={wide}
          value={node.note ?? ""}
          onChange={(note) => change({ note: note === "" ? null : note })}
        />
      </Form>
      {startsJourney(catalogue, node.kind) ? null : (
        <div className="form-foot">
          <ActionButton size="S" isQuiet onPress={actions.remove.run} data-testid="remove">
            <Delete />
            <Text>{t("action.remove")}</Text>
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/** What the check says of this node, where it's mended. */
function Findings({ node }: { node: string }) {
  const { text } = useSpeech();
  const all = useDocument((state) => state.journey?.problems);
  const problems = all?.filter((problem) => problem.node === node) ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className="findings">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.exit} ${problem.sentence.en}`} data-severity={problem.severity}>
          {problem.severity === "error" ? <Wrong /> : <Warning />}
          <span>{text(problem.sentence)}</span>
        </li>
      ))}
    </ul>
  );
}
