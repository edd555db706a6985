import type { Failure, Sentence } from "../core/types";
import { actionOf, kindOf, useWindow } from "../core/window";
import { messageFor, useSpeech } from "../i18n";

/** What an undo or redo step does, in words. */
export function useEditSentence(): (sentence: Sentence) => string {
  const { t, text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  return ({ code, params }) => {
    const kind = text(actionOf(catalogue, params.action)?.name ?? kindOf(catalogue, params.kind ?? "")?.name);
    const what = params.label || kind || params.kind || "";
    const id = messageFor("edit", code);
    return id ? t(id, { ...params, kind, what, count: Number(params.count ?? 1) }) : code;
  };
}

/** A failure in the user's language when the window knows its code, else as the program said it. */
export function useFailureSentence(): (failure: Failure) => string {
  const { t } = useSpeech();
  return ({ code, message, params }) => {
    const id = messageFor("failure", code);
    return id ? t(id, { message, ...params, count: Number(params.count ?? 0) }) : message;
  };
}
