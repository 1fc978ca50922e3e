/**
 * Two message ports joined inside one thread. pdf.js talks to its parsing half by messages; its own in-thread port
 * copies every message deeply, which for the operator lists of a page costs more than the parsing. Here messages
 * are handed over as they are, except that the lists which the sender empties after sending are copied shallowly.
 */

type Listener = (event: { readonly data: unknown }) => void;

/** What pdf.js asks of a port. */
export class DirectPort {
  readonly #listeners = new Set<Listener>();
  readonly #keeps: (message: unknown) => boolean;
  #peer: DirectPort | undefined;

  private constructor(keeps: (message: unknown) => boolean) {
    this.#keeps = keeps;
  }

  /**
   * Two ports, each the other's far end: one for the asking half, one for the parsing half. `keeps` sees every
   * message of the parsing half and says whether it is handed on.
   */
  static pair(keeps: (message: unknown) => boolean): readonly [DirectPort, DirectPort] {
    const near = new DirectPort(() => true);
    const far = new DirectPort(keeps);
    near.#peer = far;
    far.#peer = near;
    return [near, far];
  }

  postMessage(message: unknown): void {
    if (!this.#keeps(message)) return;
    const event = { data: kept(message) };
    const peer = this.#peer;
    queueMicrotask(() => {
      for (const listener of peer === undefined ? [] : peer.#listeners) listener.call(peer, event);
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    if (options?.signal?.aborted) return;
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
    this.#listeners.add(listener);
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

/**
 * The message with the lists of a streamed chunk copied: the operator list empties and reuses its arrays as soon
 * as it has sent them. A message of raw bytes is cut loose from its sender as a transfer would.
 */
function kept(message: unknown): unknown {
  if (!isRecord(message) || !isRecord(message.chunk)) return message;
  const chunk: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(message.chunk))
    chunk[key] = Array.isArray(value) ? value.slice() : value;
  return { ...message, chunk };
}

const isRecord = (value: unknown): value is Record<string, unknown> & { readonly chunk?: unknown } =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
