import { ActionButton } from "@react-spectrum/s2";
import { useEffect } from "react";
import { useDocument } from "../../core/document";
import { useLive } from "../../core/live";
import { readProposals, takeBack, tryIt, useProposals } from "../../core/proposals";
import type { Proposal, RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";
import { LiveWords } from "./LiveTab";

/** What would mend what holds groups back; trying one is an edit, and Live tells the difference. */
export function Proposals({ view }: { view: RunView }) {
  const { t } = useSpeech();
  const { proposals, run, tried } = useProposals();
  const live = useLive((state) => state.on);
  const revision = useDocument((state) => state.journey?.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit may make other proposals.
  useEffect(() => {
    if (tried === null) void readProposals(view.run);
  }, [view.run, revision, tried]);
  if (run !== view.run || !proposals) return <p className="hint">{t("proposal.wait")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys.
    <section className="proposals scroll" tabIndex={0} aria-label={t("proposal.title")}>
      <h2>{t("proposal.title")}</h2>
      {proposals.length === 0 ? <p className="hint">{t("proposal.none")}</p> : null}
      <ul data-testid="proposals">
        {proposals.map((proposal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole.
          <li key={at} data-tried={tried === at || undefined}>
            <Line proposal={proposal} />
            {tried === at && live ? (
              <p className="proposal-effect" data-testid="effect">
                <LiveWords />
              </p>
            ) : null}
            {tried === at ? (
              <span className="proposal-tools">
                <ActionButton size="S" onPress={() => void takeBack(proposal)} data-testid="take-back">
                  {t("proposal.back")}
                </ActionButton>
                <ActionButton size="S" onPress={() => useProposals.setState({ tried: null })}>
                  {t("proposal.keep")}
                </ActionButton>
              </span>
            ) : (
              <ActionButton
                size="S"
                isDisabled={tried !== null}
                onPress={() => void tryIt(proposal, at)}
                data-testid="try"
              >
                {t("proposal.try")}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ proposal }: { proposal: Proposal }) {
  const { t, text } = useSpeech();
  const names = useNames();
  const nodes = useDocument((state) => state.journey?.nodes);
  const { mends, count, sentence, because } = proposal;
  // Means of few groups round to none; a proposal mends one at least.
  const whole = Math.max(1, Math.round(count));
  const step = (id: string) => {
    const node = nodes?.[id];
    return node ? names.node(node) : id;
  };
  const about =
    "missing" in mends
      ? t("proposal.missing", {
          role: mends.missing.role,
          cause: t(`why.${mends.missing.cause}`),
          count: whole,
        })
      : "justMissed" in mends
        ? t("proposal.justMissed", {
            interest: names.reference("solutionInterest", mends.justMissed.solutionInterest),
            count: whole,
          })
        : "waiting" in mends
          ? t("proposal.waiting", { step: step(mends.waiting.node), count: whole })
          : t("proposal.timedOut", { step: step(mends.timedOut.node), count: whole });
  return (
    <span className="proposal-words">
      <small>{about}</small>
      <b>{text(sentence)}</b>
      <span>{text(because)}</span>
    </span>
  );
}
