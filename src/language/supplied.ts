/**
 * A value that the core works with and that whoever runs it supplies, once: the core itself opens no file.
 * It cannot change afterwards, for readings that were made with it are remembered.
 */
export class Supplied<T extends object> {
  readonly #what: string;
  #value: T | null = null;

  /** @param what the value's name in the message of an error */
  constructor(what: string) {
    this.#what = what;
  }

  get isSupplied(): boolean {
    return this.#value !== null;
  }

  /** @throws Error when another value was supplied before */
  supply(value: T): void {
    if (this.#value !== null && this.#value !== value) throw new Error(`${this.#what} was supplied before`);
    this.#value = value;
  }

  /** @throws Error when nothing was supplied */
  get(): T {
    if (this.#value === null) throw new Error(`${this.#what} was not supplied`);
    return this.#value;
  }
}
