import type { FieldInfo, Problem } from "../core/types";
import { useSpeech } from "../i18n";
import { Warning, Wrong } from "../panels/glyphs";

/** Whether a finding is about one of these settings of its node. Paths have cards of their own for theirs. */
export function isAt({ params }: Problem, fields: FieldInfo[]): boolean {
  return fields.some(({ key }) => key === params.setting);
}

/** What the check says of a node or of one of its paths, where it's mended. */
export function FindingList({ problems }: { problems: Problem[] }) {
  const { text } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <ul className="findings">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two actions of a path may lack the same; the list is drawn whole.
        <li key={index} data-severity={problem.severity}>
          {problem.severity === "error" ? <Wrong /> : <Warning />}
          <span>{text(problem.sentence)}</span>
        </li>
      ))}
    </ul>
  );
}
