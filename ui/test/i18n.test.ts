import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { catalogues, localeOf, type MessageId } from "../src/i18n";

const ids = Object.keys(catalogues.en) as MessageId[];

test("every language has the same ids", () => {
  expect(Object.keys(catalogues.es).sort()).toEqual([...ids].sort());
});

test.each(ids)("%s takes the same arguments in every language", (id) => {
  expect(args(catalogues.es[id])).toEqual(args(catalogues.en[id]));
});

test("every message has words", () => {
  for (const messages of Object.values(catalogues))
    for (const [id, message] of Object.entries(messages)) expect(message.trim(), id).not.toBe("");
});

test.each([
  ["en", "es-ES", "en"],
  ["es", "en-US", "es"],
  ["system", "es-AR", "es"],
  ["system", "de-DE", "en"],
] as const)("preference %s on a system in %s speaks %s", (preference, system, locale) => {
  expect(localeOf(preference, system)).toBe(locale);
});

/** A message's arguments with their kinds, and the cases of its selections. */
function args(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value}:${TYPE[element.type]}`);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        if (element.type === TYPE.select)
          found.add(`${element.value}=${Object.keys(element.options).sort()}`);
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(parse(message));
  return [...found].sort();
}
