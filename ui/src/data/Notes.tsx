import type { Note } from "../core/types";
import { useSpeech } from "../i18n";

/** What an import has to say, by file and line. */
export function Notes({ notes, noted = notes.length }: { notes: Note[]; noted?: number }) {
  const { t } = useSpeech();
  if (notes.length === 0) return null;
  return (
    <details className="import-notes" open={notes.length < 4}>
      <summary>{t("import.notes", { count: noted })}</summary>
      <ul>
        {notes.map((note, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes of one import never move.
          <li key={place}>
            <b>{t("import.line", { file: note.file, line: note.line })}</b> <Sentence note={note} />
          </li>
        ))}
      </ul>
      {noted > notes.length ? <p>{t("import.moreNotes", { count: noted - notes.length })}</p> : null}
    </details>
  );
}

function Sentence({ note: { reason } }: { note: Note }) {
  const { t } = useSpeech();
  const { code, ...values } = reason;
  return <>{t(`note.${code}`, values as Record<string, string | number>)}</>;
}
