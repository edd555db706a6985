import { create } from "zustand";
import * as api from "./api";
import { complain } from "./failures";
import type { Collection, Workspace, WorkspaceRecord, WorkspaceView } from "./types";
import { editWorkspace, onWorkspace } from "./workspace";

/** The records of a collection by its name. */
export interface Records {
  role: NonNullable<Workspace["roles"]>[number];
  rolesTemplate: NonNullable<Workspace["rolesTemplates"]>[number];
  solutionInterest: NonNullable<Workspace["solutionInterests"]>[number];
  audience: NonNullable<Workspace["audiences"]>[number];
  accountList: NonNullable<Workspace["accountLists"]>[number];
  destination: NonNullable<Workspace["destinations"]>[number];
  email: NonNullable<Workspace["emails"]>[number];
  eventType: NonNullable<Workspace["eventTypes"]>[number];
}

interface DeskState {
  /** The workspace as the program holds it; null until it was asked for. */
  view: WorkspaceView | null;
  /** What is being typed and not yet answered, over the workspace's own records. */
  drafts: Record<string, WorkspaceRecord>;
}

export const useDesk = create<DeskState>(() => ({ view: null, drafts: {} }));

onWorkspace((view) => useDesk.setState({ view }));

/** How long typing rests before it is sent. */
const rest = 250;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<unknown> = Promise.resolve();

export async function askWorkspace(): Promise<void> {
  try {
    useDesk.setState({ view: await api.workspace() });
  } catch (failure) {
    complain(failure);
  }
}

/** Shows a record as it is to be at once, and sends it when typing rests. */
export function setRecord<Of extends Collection>(
  of: Of,
  key: string,
  record: Records[Of],
  now = false,
): void {
  const draft = { [of]: record } as unknown as WorkspaceRecord;
  useDesk.setState(({ drafts }) => ({ drafts: { ...drafts, [`${of}/${key}`]: draft } }));
  clearTimeout(timer);
  if (now) void flushDesk();
  else timer = setTimeout(flushDesk, rest);
}

/** Sends what is being typed; resolves when everything has been answered. */
export function flushDesk(): Promise<unknown> {
  clearTimeout(timer);
  const { drafts } = useDesk.getState();
  for (const [place, record] of Object.entries(drafts)) {
    sending = sending.then(async () => {
      if (useDesk.getState().drafts[place] !== record) return;
      await editWorkspace({ do: "set", key: place.slice(place.indexOf("/") + 1), record });
      useDesk.setState(({ drafts }) => {
        if (drafts[place] !== record) return {};
        const { [place]: _sent, ...left } = drafts;
        return { drafts: left };
      });
    });
  }
  return sending;
}

const plural = {
  role: "roles",
  rolesTemplate: "rolesTemplates",
  solutionInterest: "solutionInterests",
  audience: "audiences",
  accountList: "accountLists",
  destination: "destinations",
  email: "emails",
  eventType: "eventTypes",
} as const satisfies Record<Collection, keyof Workspace>;

/** The key of a record within its collection. */
export function keyOf(of: Collection, record: Records[Collection]): string {
  if (of === "role") return record.name;
  return of === "eventType" ? (record as Records["eventType"]).type : (record as Records["audience"]).id;
}

/** The records of a collection as the user sees them: with what is being typed. */
export function recordsOf<Of extends Collection>({ view, drafts }: DeskState, of: Of): Records[Of][] {
  const records = (view?.workspace[plural[of]] ?? []) as Records[Of][];
  return records.map((record) => {
    const draft = drafts[`${of}/${keyOf(of, record)}`] as Record<string, unknown> | undefined;
    return (draft?.[of] as Records[Of] | undefined) ?? record;
  });
}
