import type { Playable } from "../core/types";
import { element } from "./dom";
import type { Words } from "./words";

/** A list of the accounts, those whose groups become ready first. */
export function chooserOf({ playing }: Playable, words: Words, choose: (account: number | null) => void) {
  const ready = [...new Set(playing.ready.account)];
  const isReady = new Set(ready);
  const option = (account: number) =>
    element("option", { value: account }, playing.accounts[account]?.name ?? "");
  const others = playing.accounts.map((_account, index) => index).filter((index) => !isReady.has(index));
  const select = element(
    "select",
    {
      "aria-label": words.t("present.follow"),
      title: words.t("present.follow"),
      "data-testid": "follow-account",
    },
    element(
      "option",
      { value: "" },
      `${words.t("present.follow")}: ${words.t("present.nobody").toLocaleLowerCase(words.locale)}`,
    ),
  );
  if (ready.length > 0)
    select.append(element("optgroup", { label: words.t("present.becomeReady") }, ...ready.map(option)));
  select.append(element("optgroup", { label: words.t("present.others") }, ...others.map(option)));
  select.addEventListener("change", () => choose(select.value === "" ? null : Number(select.value)));
  return {
    node: select,
    choose: (account: number | null) => {
      select.value = account === null ? "" : String(account);
    },
  };
}
