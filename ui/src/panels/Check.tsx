import { ActionButton } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useDocument } from "../core/document";
import type { Problem } from "../core/types";
import { jumpTo, useWindow } from "../core/window";
import { mend } from "../core/workspace";
import { useSpeech } from "../i18n";
import { Tick, Warning, Wrong } from "./glyphs";
import { useNames } from "./names";

/** The findings, errors first; a click goes to the place. */
export function Check() {
  const { t } = useSpeech();
  const problems = useDocument((state) => state.journey?.problems) ?? [];
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"),
  );
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <div className="head">
        <h2>{t("check.title")}</h2>
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("check.close")}
          onPress={() => useWindow.setState({ panel: "properties" })}
        >
          <CloseIcon />
        </ActionButton>
      </div>
      {problems.length === 0 ? (
        <div className="clear">
          <Tick />
          <p>{t("check.none")}</p>
        </div>
      ) : (
        <>
          <p className="hint">{t("check.summary", { errors, warnings: problems.length - errors })}</p>
          <ul className="problems" data-testid="problems">
            {sorted.map((problem) => (
              <li
                className="finding"
                key={`${problem.code} ${problem.node} ${problem.exit} ${problem.sentence.en}`}
              >
                <Finding problem={problem} />
                <Fix problem={problem} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Finding({ problem }: { problem: Problem }) {
  const { t, text } = useSpeech();
  const names = useNames();
  const node = useDocument((state) => (problem.node ? state.journey?.nodes[problem.node] : undefined));
  const go = () => {
    if (problem.node && node) jumpTo(problem.node);
    else useWindow.setState({ selection: [] });
    useWindow.setState({ panel: "properties" });
  };
  return (
    <button
      type="button"
      className="problem"
      data-severity={problem.severity}
      data-code={problem.code}
      onClick={go}
    >
      {problem.severity === "error" ? <Wrong /> : <Warning />}
      <span>
        <span className="unseen">{t(`severity.${problem.severity}`)}: </span>
        <strong>{node ? names.node(node) : t("check.journey")}</strong>
        {text(problem.sentence)}
      </span>
    </button>
  );
}

/** What the product can do about it by itself. */
function Fix({ problem }: { problem: Problem }) {
  const { t, text } = useSpeech();
  const draft = useDocument((state) => state.journey?.header.status === "draft");
  const { fix } = problem;
  if (!fix || (fix.of === "journey" && !draft)) return null;
  return (
    <ActionButton size="S" data-testid="fix" data-fix={fix.code} onPress={() => void mend(problem)}>
      {t("check.fix", { fix: text(fix.name) })}
    </ActionButton>
  );
}
