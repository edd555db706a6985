/** How the page reaches the program: one call, and one call that goes on telling. */
export interface Host {
  /** Runs a command; rejects with a `Failure`. */
  call<Answer>(command: string, args: object): Promise<Answer>;
  /** Runs a command that reports as it goes; resolves after the last event. */
  stream<Event>(command: string, args: object, on: (event: Event) => void): Promise<void>;
}
