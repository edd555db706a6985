import { useWords } from "../canvas/words";
import type { Failure, FieldInfo, Sentence, Unit } from "../core/types";
import { actionOf, kindOf, useWindow } from "../core/window";
import { messageFor, useSpeech } from "../i18n";
import { valueWords } from "../studies/values";

/** What an undo or redo step does, in words: the setting with its values where they fit. */
export function useEditSentence(): (sentence: Sentence) => string {
  const speech = useSpeech();
  const { t, text } = speech;
  const words = useWords();
  const catalogue = useWindow((state) => state.catalogue);
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  return ({ code, params }) => {
    if (code === "assume" || code === "setRun") return assumed(code, params);
    const action = actionOf(catalogue, params.action);
    const of = kindOf(catalogue, params.kind ?? "");
    const kind = text(action?.name ?? of?.name);
    const mended =
      code === "mend" || code === "shapeDelay" ? text({ en: params.en ?? "", es: params.es ?? "" }) : "";
    const what = mended || params.label || kind || params.kind || "";
    const field = [...(action?.fields ?? []), ...(of?.fields ?? [])].find(({ key }) => key === params.field);
    if (code === "set" && params.field) return change(what, params, field);
    const id = messageFor("edit", code);
    return id ? t(id, { ...params, kind, what, count: Number(params.count ?? 1) }) : code;
  };

  /** A number of the scenario, or how runs go. */
  function assumed(code: "assume" | "setRun", params: Record<string, string>): string {
    const id = messageFor("run", params.setting ?? "");
    const what = code === "setRun" && id ? t(id) : text({ en: params.en ?? "", es: params.es ?? "" });
    const value = (said: string | undefined) => {
      if (said === undefined) return t("edit.nothing");
      return code === "assume" ? valueWords(speech, params.unit as Unit, Number(said), currency) : said;
    };
    if (code === "setRun" && params.after === undefined) return t("edit.set", { what });
    return t("edit.setValue", { what, before: value(params.before), after: value(params.after) });
  }

  function change(what: string, params: Record<string, string>, field: FieldInfo | undefined): string {
    const plain = params.field === "label" ? "label" : params.field === "note" ? "note" : null;
    const name = plain ? t(`properties.${plain}`) : text(field?.name) || params.field || "";
    const value = (json: string | undefined) => {
      const value: unknown = json === undefined ? null : JSON.parse(json);
      return short(field ? words(field, value) : typeof value === "string" ? value : "");
    };
    const [before, after] = [value(params.before), value(params.after)];
    if (before === after)
      return t("edit.setField", { what, field: params.path ? `${name}, ${params.path}` : name });
    return t("edit.setValue", {
      what: plain ? name : what,
      before: before || t("edit.nothing"),
      after: after || t("edit.nothing"),
    });
  }
}

const short = (words: string) => (words.length > 48 ? `${words.slice(0, 46).trimEnd()}…` : words);

/** A failure in the user's language when the window knows its code, else as the program said it. */
export function useFailureSentence(): (failure: Failure) => string {
  const { t, text } = useSpeech();
  return ({ code, message, params }) => {
    const id = messageFor("failure", code);
    // What the program says in both languages by itself, such as who uses a thing.
    const by = text({ en: params.en ?? "", es: params.es ?? "" });
    return id ? t(id, { message, ...params, by, count: Number(params.count ?? 0) }) : message;
  };
}
