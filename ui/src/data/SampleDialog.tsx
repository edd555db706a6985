import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading, Slider } from "@react-spectrum/s2";
import { useState } from "react";
import * as api from "../core/api";
import { asFailure } from "../core/failures";
import { tablesChanged } from "../core/tables";
import { Amount } from "../forms/Amount";
import { useSpeech } from "../i18n";
import { useFailureSentence } from "../panels/sentences";
import { EndsUndo } from "./EndsUndo";
import { ImportProgress } from "./ImportProgress";

/** The industries of a sample and their usual weights. */
const industries = {
  Agriculture: 30,
  "Food Production": 20,
  Forestry: 4,
  Manufacturing: 10,
  Logistics: 7,
  Retail: 8,
  Technology: 8,
  "Health Care": 5,
  Energy: 4,
  "Financial Services": 4,
};
const sizes = [
  { id: "small", usual: 23 },
  { id: "medium", usual: 57 },
  { id: "large", usual: 20 },
] as const;

/** Invented accounts and people in place of those that are there, mixed by a few sliders. */
export function SampleDialog({ open, close }: { open: boolean; close: () => void }) {
  return <DialogContainer onDismiss={close}>{open ? <Sample close={close} /> : null}</DialogContainer>;
}

function Sample({ close }: { close: () => void }) {
  const { t, number } = useSpeech();
  const sentence = useFailureSentence();
  const [accounts, setAccounts] = useState(500);
  const [seed, setSeed] = useState(1);
  const [mix, setMix] = useState<Record<string, number>>(industries);
  const [by, setBy] = useState<number[]>(sizes.map(({ usual }) => usual));
  const [leaders, setLeaders] = useState(50);
  const [active, setActive] = useState(35);
  const [running, setRunning] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const make = async () => {
    setRunning(true);
    setWrong(null);
    try {
      const [small = 0, medium = 0, large = 0] = by;
      await api.makeSample({
        accounts,
        seed,
        industries: mix,
        sizes: [small, medium, large],
        leaders,
        active,
      });
      await tablesChanged();
      close();
    } catch (thrown) {
      const failure = asFailure(thrown);
      setWrong(failure.code === "cancelled" ? t("sample.cancelled") : sentence(failure));
      setRunning(false);
    }
  };
  return (
    <Dialog size="L" isDismissible={false}>
      <Heading slot="title">{t("sample.title")}</Heading>
      <Content>
        <div className="sample" data-testid="sample-dialog">
          {wrong ? (
            <p className="import-wrong" role="alert">
              {wrong}
            </p>
          ) : null}
          {running ? (
            <ImportProgress />
          ) : (
            <>
              <p className="hint">{t("sample.hint")}</p>
              <EndsUndo />
              <div className="row">
                <Amount
                  label={t("sample.accounts")}
                  least={1}
                  most={1_000_000}
                  value={accounts}
                  onChange={setAccounts}
                />
                <Amount
                  label={t("sample.seed")}
                  least={0}
                  most={4_294_967_295}
                  value={seed}
                  onChange={setSeed}
                />
              </div>
              <p className="hint figures">{t("sample.people", { people: number(accounts * 8) })}</p>
              <fieldset className="group sample-sliders">
                <legend>{t("sample.industries")}</legend>
                {Object.keys(industries).map((industry) => (
                  <Slider
                    key={industry}
                    size="S"
                    label={industry}
                    minValue={0}
                    maxValue={100}
                    value={mix[industry] ?? 0}
                    onChange={(weight) => setMix({ ...mix, [industry]: weight })}
                  />
                ))}
              </fieldset>
              <fieldset className="group sample-sliders">
                <legend>{t("sample.sizes")}</legend>
                {sizes.map(({ id }, place) => (
                  <Slider
                    key={id}
                    size="S"
                    label={t(`sample.size.${id}`)}
                    minValue={0}
                    maxValue={100}
                    value={by[place] ?? 0}
                    onChange={(weight) => setBy(by.map((other, at) => (at === place ? weight : other)))}
                  />
                ))}
              </fieldset>
              <fieldset className="group sample-sliders">
                <legend>{t("data.people")}</legend>
                <Slider
                  size="S"
                  label={t("sample.leaders")}
                  minValue={0}
                  maxValue={100}
                  value={leaders}
                  onChange={setLeaders}
                />
                <Slider
                  size="S"
                  label={t("sample.active")}
                  minValue={0}
                  maxValue={100}
                  value={active}
                  onChange={setActive}
                />
              </fieldset>
            </>
          )}
        </div>
      </Content>
      <ButtonGroup>
        {running ? (
          <Button variant="secondary" onPress={() => void api.cancelImport()}>
            {t("action.cancel")}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onPress={close}>
              {t("dialog.cancel")}
            </Button>
            <Button variant="negative" data-testid="sample-go" onPress={() => void make()}>
              {t("sample.go")}
            </Button>
          </>
        )}
      </ButtonGroup>
    </Dialog>
  );
}
