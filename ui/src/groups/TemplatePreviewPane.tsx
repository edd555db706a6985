import type { PersonPreview } from "../core/types";
import { useSpeech } from "../i18n";
import type { Preview } from "./usePreview";

/** What a template does to the people at hand: who gets which role, who is claimed by an earlier card, who gets none. */
export function TemplatePreviewPane({ count }: { count: Preview | null }) {
  const { t, number, percent } = useSpeech();
  if (!count) return <aside className="template-preview" aria-label={t("preview.title")} aria-busy="true" />;
  const { preview, stale } = count;
  const most = Math.max(1, preview.none, ...preview.cards.map((card) => card.matching));
  const bands = [24, 49, 74, 100].map((to, band) => `${band * 25}–${percent(to / 100)}`);
  const top = Math.max(1, ...preview.bands);
  return (
    <aside
      className="template-preview"
      aria-label={t("preview.title")}
      aria-busy={stale}
      data-stale={stale || undefined}
      data-testid="template-preview"
    >
      <h4>{t("preview.title")}</h4>
      <p className="hint">
        {t("preview.of", { people: number(preview.people), accounts: number(preview.accounts) })}
      </p>
      <ul className="preview-roles">
        {preview.cards.map((card) => (
          <li key={card.role}>
            <details>
              <summary>
                <span className="preview-name">{card.role}</span>
                <b className="figures">{number(card.assigned)}</b>
                <Bar share={card.assigned / most} rest={(card.matching - card.assigned) / most} />
              </summary>
              <People people={card.some} of={card.assigned} />
            </details>
            {card.claimed.map((claim) => (
              <p key={claim.role} className="preview-claim figures">
                {t("preview.claimed", {
                  people: number(claim.people),
                  count: claim.people,
                  role: claim.role,
                })}
              </p>
            ))}
          </li>
        ))}
        <li>
          <details>
            <summary>
              <span className="preview-name">{t("preview.none")}</span>
              <b className="figures">{number(preview.none)}</b>
              <Bar share={preview.none / most} rest={0} quiet />
            </summary>
            <People people={preview.noneSome} of={preview.none} />
          </details>
        </li>
      </ul>
      <h4>{t("preview.bands")}</h4>
      <table className="preview-bands figures">
        <tbody>
          {bands.map((band, place) => {
            const accounts = preview.bands[place] ?? 0;
            return (
              <tr key={band}>
                <th scope="row">{band}</th>
                <td>
                  <Bar share={accounts / top} rest={0} />
                </td>
                <td className="n">{number(accounts)}</td>
                <td className="n">{percent(preview.accounts > 0 ? accounts / preview.accounts : 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">
        {t("preview.complete", { groups: number(preview.complete), count: preview.complete })}
      </p>
    </aside>
  );
}

function Bar({ share, rest, quiet }: { share: number; rest: number; quiet?: boolean }) {
  return (
    <span className="preview-bar" aria-hidden="true" data-quiet={quiet || undefined}>
      <span style={{ width: `${share * 100}%` }} />
      <span className="preview-rest" style={{ width: `${rest * 100}%` }} />
    </span>
  );
}

function People({ people, of }: { people: PersonPreview[]; of: number }) {
  const { t, number } = useSpeech();
  if (people.length === 0) return <p className="hint">{t("preview.nobody")}</p>;
  return (
    <ul className="preview-people">
      {people.map(({ name, title }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name.
        <li key={place}>
          {name}
          {title ? <small> {title}</small> : null}
        </li>
      ))}
      {of > people.length ? <li>{t("count.more", { count: number(of - people.length) })}</li> : null}
    </ul>
  );
}
