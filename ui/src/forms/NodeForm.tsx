import { ActionButton, Form, Text, TextArea, TextField } from "@react-spectrum/s2";
import Delete from "@react-spectrum/s2/icons/Delete";
import Visibility from "@react-spectrum/s2/icons/Visibility";
import VisibilityOff from "@react-spectrum/s2/icons/VisibilityOff";
import { memo, useMemo } from "react";
import { actions } from "../actions";
import { Icon } from "../canvas/Icon";
import { nodeIn, useDocument, useNode } from "../core/document";
import { flush, type } from "../core/edits";
import type { FieldInfo, Node } from "../core/types";
import { kindOf, startsJourney, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { Field } from "./Field";
import { FindingList, isAt } from "./Findings";
import { wide } from "./wide";

/** The settings of the selected node, made from the catalogue's fields. */
export function NodeForm({ id }: { id: string }) {
  const { t, text } = useSpeech();
  const names = useNames();
  const node = useNode(id);
  const catalogue = useWindow((state) => state.catalogue);
  const all = useDocument((state) => state.journey?.problems);
  const problems = useMemo(() => all?.filter((problem) => problem.node === id) ?? [], [all, id]);
  if (!node) return null;
  const kind = kindOf(catalogue, node.kind);
  const info = names.info(node);
  const change = (next: Partial<Node>) => type({ ...node, ...next });
  const set = ({ key, insteadOf }: FieldInfo, value: unknown) => {
    const given = value !== null && value !== undefined;
    change(given && insteadOf ? { [key]: value, [insteadOf]: null } : { [key]: value });
  };
  // What concerns one path is said on its card.
  const paths = new Set(Array.isArray(node.paths) ? node.paths.map((path: { id: string }) => path.id) : []);
  const own = problems.filter(({ exit }) => !exit || !paths.has(exit));
  const fields = [...(kind?.fields ?? []), ...(info?.fields ?? [])];
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
      {node.disabled ? <Off id={id} /> : null}
      <FindingList problems={own.filter((problem) => !isAt(problem, fields))} />
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
            problems={field.input.type === "paths" ? problems : own}
            onChange={(value) => set(field, value)}
          />
        ))}
      </Form>
      <Note id={id} />
      {startsJourney(catalogue, node.kind) ? null : (
        <div className="form-foot">
          {!kind?.disable ? null : (
            <ActionButton size="S" isQuiet onPress={actions.disable.run} data-testid="disable">
              {node.disabled ? <Visibility /> : <VisibilityOff />}
              <Text>{t(node.disabled ? "form.enable" : "form.disable")}</Text>
            </ActionButton>
          )}
          <ActionButton size="S" isQuiet onPress={actions.remove.run} data-testid="remove">
            <Delete />
            <Text>{t("action.remove")}</Text>
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/**
 * What the user notes of the node. A box of several lines measures itself whenever it is drawn, for which the whole page
 * is laid out; so it stands apart from what is drawn anew with each answer.
 */
const Note = memo(function Note({ id }: { id: string }) {
  const { t } = useSpeech();
  const note = useDocument((state) => nodeIn(state, id)?.note);
  return (
    <div className="form-note">
      <TextArea
        size="S"
        label={t("properties.note")}
        styles={wide}
        value={note ?? ""}
        onChange={(text) => {
          const node = nodeIn(useDocument.getState(), id);
          if (node) type({ ...node, note: text === "" ? null : text });
        }}
      />
    </div>
  );
});

/** That everybody goes past the step, and by which of its paths. */
function Off({ id }: { id: string }) {
  const { t } = useSpeech();
  const names = useNames();
  const exits = useDocument((state) => state.journey?.exits[id]);
  const by = exits && exits.length > 1 ? exits.find(({ unused }) => !unused) : undefined;
  return (
    <p className="form-off" data-testid="off">
      {by ? t("form.disabledBy", { path: names.exit(by) }) : t("form.disabled")}
    </p>
  );
}
