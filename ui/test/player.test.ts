// @vitest-environment node
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { remoteAddresses } from "../build/local-only";
import { playerFile, playerPage } from "../build/player";

test("the page that plays shows is the one of these sources; UPDATE=1 writes it anew", async () => {
  const page = await playerPage();
  expect(remoteAddresses(page)).toEqual([]);
  if (process.env.UPDATE) writeFileSync(playerFile, page);
  expect(readFileSync(playerFile, "utf8") === page).toBe(true);
});
