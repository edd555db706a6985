import { Radio, RadioGroup, TextField } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import { Label, Radio as Piece, RadioGroup as Pieces } from "react-aria-components";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { JourneyKind, JourneySummary, TemplateInfo } from "../core/types";
import { useSpeech } from "../i18n";
import { FormDialog } from "../panels/FormDialog";
import { useNaming } from "./naming";
import { Picture } from "./Thumbnail";

/** Radio values can't be null; no template has this id. */
const empty = "empty";

interface NewJourneyProps {
  close: () => void;
  made: (journey: JourneySummary) => Promise<void>;
}

/** Asks for the name of a new journey, who moves through it, and what it begins with. */
export function NewJourney({ close, made }: NewJourneyProps) {
  const { t, text, locale } = useSpeech();
  const naming = useNaming(t("dialog.new.name"));
  const [kind, setKind] = useState<JourneyKind>("account");
  const [from, setFrom] = useState(empty);
  const templates = useTemplates();
  const fits = templates.filter((template) => template.kind === kind);
  const choose = (id: string) => {
    setFrom(id);
    const template = templates.find((template) => template.id === id);
    naming.offer(template ? text(template.name) : t("dialog.new.name"));
  };
  const submit = () => {
    close();
    const template = from === empty ? null : from;
    void api.createJourney(naming.value.trim(), kind, template, locale).then(made).catch(complain);
  };
  return (
    <FormDialog
      title={t("dialog.new.title")}
      go={t("dialog.new.go")}
      testid="dialog-go"
      ready={naming.ready}
      submit={submit}
      close={close}
      size="XL"
    >
      <TextField
        autoFocus
        label={t("dialog.name")}
        value={naming.value}
        onChange={naming.write}
        isInvalid={naming.taken}
        errorMessage={t("dialog.taken")}
      />
      <RadioGroup
        label={t("new.kind")}
        orientation="horizontal"
        value={kind}
        onChange={(value) => {
          setKind(value === "person" ? "person" : "account");
          choose(empty);
        }}
      >
        <Radio value="account">{t("new.account")}</Radio>
        <Radio value="person">{t("new.person")}</Radio>
      </RadioGroup>
      <p className="new-kind">{t(kind === "account" ? "new.accountHint" : "new.personHint")}</p>
      <Pieces className="new-pieces" value={from} onChange={choose}>
        <Label className="new-label">{t("new.from")}</Label>
        <div className="new-grid">
          <Template id={empty} name={t("new.empty")} hint={t("new.emptyHint")} picture={blank} />
          {fits.map((template) => (
            <Template
              key={template.id}
              id={template.id}
              name={text(template.name)}
              hint={text(template.hint)}
              facts={t("new.steps", { nodes: template.nodes })}
              picture={template.picture}
            />
          ))}
        </div>
      </Pieces>
      {from === empty ? null : <p className="new-kind">{t("new.ask")}</p>}
    </FormDialog>
  );
}

interface TemplateProps {
  id: string;
  name: string;
  hint: string;
  facts?: string;
  picture: string;
}

function Template({ id, name, hint, facts, picture }: TemplateProps) {
  return (
    <Piece value={id} className="new-piece" data-template={id}>
      <Picture svg={picture} />
      <span className="new-words">
        <b>
          {name} {facts ? <small>{facts}</small> : null}
        </b>
        <span>{hint}</span>
      </span>
    </Piece>
  );
}

/** An audience by itself. */
const blank = '<svg viewBox="-380 -142 760 380"><path class="audience" d="M-60 0h120v96h-120z"/></svg>';

function useTemplates(): TemplateInfo[] {
  const [templates, setTemplates] = useState<TemplateInfo[]>([]);
  useEffect(() => {
    let gone = false;
    api
      .templates()
      .then((all) => gone || setTemplates(all))
      .catch(complain);
    return () => {
      gone = true;
    };
  }, []);
  return templates;
}
