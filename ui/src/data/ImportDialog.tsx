import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import * as api from "../core/api";
import { asFailure, complain } from "../core/failures";
import { tablesChanged } from "../core/tables";
import type { FilePreview, ImportSummary } from "../core/types";
import { useSpeech } from "../i18n";
import { useFailureSentence } from "../panels/sentences";
import { EndsUndo } from "./EndsUndo";
import { FileCard } from "./FileCard";
import { ImportDone } from "./ImportDone";
import { ImportProgress } from "./ImportProgress";
import { useData } from "./store";

const close = () => useData.setState({ files: null });

/** Files on their way in: what each of them holds, then progress, then what became of them. */
export function ImportDialog() {
  const files = useData((state) => state.files);
  return (
    <DialogContainer onDismiss={close}>
      {files ? <Import key={files.join("\n")} paths={files} /> : null}
    </DialogContainer>
  );
}

/** Which comes first in the dates of each column, the day or the month. */
const daysOf = (file: FilePreview) => file.columns.map(({ days }) => days?.order ?? null);

const isReady = ({ missing, columns }: FilePreview) =>
  missing.length === 0 && columns.every(({ days }) => !days || days.order !== null);

type Stage = { at: "choosing" } | { at: "running" } | { at: "done"; summary: ImportSummary };

function Import({ paths }: { paths: string[] }) {
  const { t } = useSpeech();
  const sentence = useFailureSentence();
  const [files, setFiles] = useState<FilePreview[] | null>(null);
  const [stage, setStage] = useState<Stage>({ at: "choosing" });
  const [wrong, setWrong] = useState<string | null>(null);

  useEffect(() => {
    api.previewImport(paths.map((path) => ({ path }))).then(setFiles, (thrown) => {
      complain(thrown);
      close();
    });
  }, [paths]);

  const change = async (file: FilePreview, given: Partial<FilePreview>) => {
    const next = { ...file, ...given };
    // Another class has other attributes, so its columns are matched anew.
    const attributes = given.class ? undefined : next.columns.map(({ attribute }) => attribute);
    const [seen] = await api.previewImport([
      { path: file.path, class: next.class, attributes, days: daysOf(next) },
    ]);
    if (seen) setFiles((all) => all?.map((other) => (other.path === file.path ? seen : other)) ?? null);
  };
  const run = async () => {
    setStage({ at: "running" });
    setWrong(null);
    try {
      const summary = await api.importFiles(
        (files ?? []).map((file) => ({
          path: file.path,
          class: file.class,
          attributes: file.columns.map(({ attribute }) => attribute),
          days: daysOf(file),
        })),
      );
      setStage({ at: "done", summary });
      await tablesChanged();
    } catch (thrown) {
      const failure = asFailure(thrown);
      setWrong(failure.code === "cancelled" ? t("import.cancelled") : sentence(failure));
      setStage({ at: "choosing" });
    }
  };
  const ready = files !== null && files.length > 0 && files.every(isReady);
  return (
    <Dialog size="XL" isDismissible={false}>
      <Heading slot="title">{t(stage.at === "done" ? "import.done" : "import.title")}</Heading>
      <Content>
        <div className="import" data-testid="import-dialog" data-stage={stage.at}>
          {wrong ? (
            <p className="import-wrong" role="alert">
              {wrong}
            </p>
          ) : null}
          {stage.at === "done" ? (
            <ImportDone summary={stage.summary} />
          ) : stage.at === "running" ? (
            <ImportProgress />
          ) : (
            <>
              <EndsUndo />
              {files?.map((file) => (
                <FileCard
                  key={file.path}
                  file={file}
                  onChange={(given) => void change(file, given).catch(complain)}
                  onRemove={
                    files.length > 1 ? () => setFiles(files.filter((other) => other !== file)) : undefined
                  }
                />
              ))}
            </>
          )}
        </div>
      </Content>
      {stage.at === "done" ? (
        <ButtonGroup>
          <Button variant="accent" data-testid="import-close" onPress={close}>
            {t("import.close")}
          </Button>
        </ButtonGroup>
      ) : stage.at === "running" ? (
        <ButtonGroup>
          <Button variant="secondary" data-testid="import-cancel" onPress={() => void api.cancelImport()}>
            {t("action.cancel")}
          </Button>
        </ButtonGroup>
      ) : (
        <ButtonGroup>
          <Button variant="secondary" onPress={close}>
            {t("dialog.cancel")}
          </Button>
          <Button variant="accent" data-testid="import-go" isDisabled={!ready} onPress={() => void run()}>
            {t("import.go", { count: files?.length ?? 0 })}
          </Button>
        </ButtonGroup>
      )}
    </Dialog>
  );
}
