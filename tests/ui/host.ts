import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Host {
  url: string;
  stop: () => Promise<void>;
}

const ui = resolve(import.meta.dirname, "../../ui");

/** Starts the program behind a page on a fresh data folder and a free port. */
export async function startHost(): Promise<Host> {
  const running = process.env.CARAVAN_HOST_URL;
  if (running) return { url: running, stop: async () => {} };
  const binary = process.env.CARAVAN_HOST_BIN ?? resolve(ui, "../target/debug/caravan-localhost");
  if (!existsSync(binary)) {
    throw new Error(
      `${binary} is missing; build it with: cargo build -p caravan-tests --bin caravan-localhost`,
    );
  }
  const data = mkdtempSync(join(tmpdir(), "caravan-ui-"));
  const child = spawn(binary, ["--port", "0", "--data", data, "--page", join(ui, "dist")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await address(child);
  return {
    url,
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The host prints its address as soon as it listens. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const url = /http:\/\/[\w.:]+/.exec(said)?.[0];
      if (url) found(url);
    });
    child.once("exit", (code) =>
      failed(new Error(`The host ended with ${code} before it listened: ${said}`)),
    );
  });
}
