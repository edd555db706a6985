import { useEffect, useState } from "react";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { Collection, Use } from "../core/types";
import { useSpeech } from "../i18n";

interface UsedByProps {
  /** Null: a stage. */
  of: Collection | null;
  record: string;
  /** Asked anew when the workspace has changed. */
  revision: number;
}

/** Where a record is used; what is used cannot be deleted. */
export function UsedBy({ of, record, revision }: UsedByProps) {
  const { t } = useSpeech();
  const [users, setUsers] = useState<Use[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision has other users.
  useEffect(() => {
    let wanted = true;
    api.uses(of, record).then((found) => wanted && setUsers(found), complain);
    return () => {
      wanted = false;
    };
  }, [of, record, revision]);
  if (!users) return null;
  return (
    <div className="used-by" data-testid="used-by">
      <span className="label">{t("records.usedBy")}</span>
      {users.length === 0 ? (
        <p className="hint">{t("records.unused")}</p>
      ) : (
        <ul>
          {users.map(({ by, name }) => (
            <li key={`${by} ${name}`}>{t(`user.${by}`, { name })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
