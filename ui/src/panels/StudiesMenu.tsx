import { ActionButton, Keyboard, Menu, MenuItem, MenuTrigger, Text } from "@react-spectrum/s2";
import ChevronDown from "@react-spectrum/s2/icons/ChevronDown";
import { type ActionId, actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import { useSpeech } from "../i18n";

const studies: ActionId[] = ["runs", "goals", "assumptions", "compareRuns", "searchBetter"];

/** What can be asked beyond one run. */
export function StudiesMenu() {
  const { t } = useSpeech();
  const open = useDocument((state) => state.journey !== null);
  return (
    <MenuTrigger>
      <ActionButton isQuiet size="S" isDisabled={!open} data-testid="studies">
        <Text>{t("studies.title")}</Text>
        <ChevronDown />
      </ActionButton>
      <Menu aria-label={t("studies.title")} onAction={(key) => actions[key as ActionId].run()}>
        {studies.map((id) => (
          <MenuItem key={id} id={id} textValue={t(actions[id].label)}>
            <Text slot="label">{t(actions[id].label)}</Text>
            <Keyboard>{keyName(actions[id])}</Keyboard>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
