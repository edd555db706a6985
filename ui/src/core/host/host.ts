/** Files over the page, and then their paths. */
export type Dropped = { state: "over" } | { state: "gone" } | { state: "dropped"; paths: string[] };

/** A window that this page writes into. */
export interface Beside {
  window: Window;
  close: () => void;
}

/** How the page reaches the program: one call, and one call that goes on telling. */
export interface Host {
  /** Runs a command; rejects with a `Failure`. */
  call<Answer>(command: string, args: object): Promise<Answer>;
  /** Runs a command that reports as it goes; resolves after the last event. */
  stream<Event>(command: string, args: object, on: (event: Event) => void): Promise<void>;
  /** Lets the user choose files with one of the endings; the paths by which the program reads them. */
  chooseFiles(endings: string[]): Promise<string[]>;
  /** Lets the user say where a file of that name goes; null where they gave up. */
  choosePlace(name: string): Promise<string | null>;
  /** Opens an empty window of this page's own, for another screen; null where it is not allowed. */
  openBeside(): Beside | null;
  /** Hears of files dropped on the page; the answer stops it. */
  onDrop(on: (dropped: Dropped) => void): () => void;
  /** Hands a file to the user; a host without it asks for a place, and the program saves. */
  download?(name: string, file: Blob): void;
}
