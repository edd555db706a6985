import { ActionButton, ActionMenu, Button, MenuItem, TextField } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useEffect, useState } from "react";
import { useDocument } from "../core/document";
import type { Version } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useDifferences } from "./differences";
import { compare, nameNow, readHistory, rename, restore, useVersions } from "./versions";

/** The versions of the open journey: naming, comparing and restoring them. */
export function History() {
  const { t } = useSpeech();
  const { line } = useDifferences();
  const journey = useDocument((state) => state.journey?.id);
  const revision = useDocument((state) => state.journey?.revision);
  const history = useVersions((state) => (state.journey === journey ? state.history : null));
  // What changed since the newest version changes with every edit.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what makes it stale.
  useEffect(() => void readHistory(), [journey, revision]);
  const [newest] = history?.versions ?? [];
  const unchanged = history?.now.differences.length === 0;
  return (
    <>
      <div className="head">
        <h2>{t("history.title")}</h2>
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("history.close")}
          onPress={() => useWindow.setState({ panel: "properties" })}
        >
          <CloseIcon />
        </ActionButton>
      </div>
      <p className="hint">{t("history.hint")}</p>
      <NameNow />
      {history ? (
        <ol className="versions" data-testid="versions">
          <li className="version" data-now>
            <strong>{t("history.now")}</strong>
            <span className="version-line">
              {newest ? (unchanged ? t("history.unchanged") : line(history.now)) : t("history.first")}
            </span>
            {newest && !unchanged ? (
              <Button size="S" variant="secondary" onPress={() => void compare(newest.id, null)}>
                {t("history.compareNow")}
              </Button>
            ) : null}
          </li>
          {history.versions.map((version, at) => (
            <Row key={version.id} version={version} before={history.versions[at + 1]} />
          ))}
        </ol>
      ) : null}
    </>
  );
}

function NameNow() {
  const { t } = useSpeech();
  const [name, setName] = useState("");
  const submit = () => {
    if (!name.trim()) return;
    void nameNow(name.trim());
    setName("");
  };
  return (
    <form
      className="version-name"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t("history.name")}
        size="S"
        value={name}
        onChange={setName}
        data-testid="version-name"
      />
      <Button
        size="S"
        variant="secondary"
        isDisabled={!name.trim()}
        onPress={submit}
        data-testid="keep-version"
      >
        {t("history.keep")}
      </Button>
    </form>
  );
}

function Row({ version, before }: { version: Version; before: Version | undefined }) {
  const { t, date } = useSpeech();
  const { line } = useDifferences();
  const [naming, setNaming] = useState(false);
  const reason = t(`history.reason.${version.reason}`);
  const title = version.name ?? reason;
  return (
    <li className="version" data-version={version.id} data-reason={version.reason}>
      <div className="version-head">
        {naming ? <Rename version={version} done={() => setNaming(false)} /> : <strong>{title}</strong>}
        <ActionMenu
          isQuiet
          size="S"
          menuSize="S"
          aria-label={t("history.more", { name: title })}
          onAction={(key) => {
            if (key === "compare") void compare(version.id, null);
            else if (key === "before" && before) void compare(before.id, version.id);
            else if (key === "rename") setNaming(true);
            else void restore(version.id);
          }}
        >
          <MenuItem id="restore">{t("history.restore")}</MenuItem>
          <MenuItem id="compare">{t("history.compareWithNow")}</MenuItem>
          {before ? <MenuItem id="before">{t("history.compareBefore")}</MenuItem> : null}
          <MenuItem id="rename">{t(version.name ? "history.rename" : "history.giveName")}</MenuItem>
        </ActionMenu>
      </div>
      <small>
        <time dateTime={version.at}>{date(version.at)}</time>
        {version.name ? ` · ${reason}` : null}
      </small>
      <span className="version-line">
        {version.summary.differences.length > 0
          ? line(version.summary)
          : t("journeys.row", { nodes: version.nodes })}
      </span>
    </li>
  );
}

function Rename({ version, done }: { version: Version; done: () => void }) {
  const { t } = useSpeech();
  const [name, setName] = useState(version.name ?? "");
  const submit = () => {
    if (name.trim() !== (version.name ?? "")) void rename(version.id, name);
    done();
  };
  return (
    <form
      className="version-rename"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        done();
      }}
    >
      <TextField
        autoFocus
        size="S"
        aria-label={t("history.name")}
        value={name}
        onChange={setName}
        onBlur={submit}
      />
    </form>
  );
}
