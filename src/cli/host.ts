/** The process as the commands see it: tests put their own in its place. */
export interface Host {
  /** Writes to standard output: results and nothing else. */
  readonly out: (chunk: string | Uint8Array) => void;
  /** Writes to standard error: progress, warnings, errors. */
  readonly err: (chunk: string) => void;
  /** Whether standard output is a terminal that wants colours. */
  readonly colour: boolean;
  readonly outIsTerminal: boolean;
  /** Whether a progress line may be rewritten in place. */
  readonly errIsTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly version: string;
  readonly now: () => Date;
  /** Fires when the user asks to stop (Ctrl-C): finish what is running, write what is done. */
  readonly signal: AbortSignal;
}

/** A request that cannot be carried out as given. The message is one Chinese sentence; status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
