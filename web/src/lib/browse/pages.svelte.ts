/** A part of a list, and where the next one begins. */
export interface Part<T> {
  items: T[];
  next: string | undefined;
}

/** Fetches a part of a list. */
export type Fetch<T> = (limit: number, cursor: string | undefined, signal: AbortSignal) => Promise<Part<T>>;

/** A list as far as it is loaded. */
export interface Loaded<T> extends Part<T> {
  pages: number;
}

const mostAtOnce = 200;

/** A list that grows page by page; begun anew, it forgets what was still on its way. */
export class Pages<T> {
  #loaded = $state.raw<Loaded<T> | undefined>();
  #isLoading = $state(false);
  #error = $state.raw<unknown>();
  #fetch: Fetch<T> | undefined;
  #request: AbortController | undefined;

  constructor(readonly size: number) {}

  /** Nothing, until the first answer. */
  get loaded(): Loaded<T> | undefined {
    return this.#loaded;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Another list: as it was kept, or with so many pages at once. */
  async begin(fetch: Fetch<T>, pages: number, kept?: Loaded<T>): Promise<void> {
    this.#request?.abort();
    this.#fetch = fetch;
    this.#error = undefined;
    this.#loaded = kept;
    this.#isLoading = false;
    if (!kept) await this.#grow(pages);
  }

  /** The next page. */
  async more(): Promise<void> {
    if (!this.#isLoading && (this.#loaded?.next || this.#error)) await this.#grow(1);
  }

  stop(): void {
    this.#request?.abort();
    this.#isLoading = false;
  }

  async #grow(pages: number): Promise<void> {
    const fetch = this.#fetch;
    if (!fetch) return;
    const request = new AbortController();
    this.#request = request;
    this.#isLoading = true;
    this.#error = undefined;
    try {
      const had = this.#loaded ?? { items: [], next: undefined, pages: 0 };
      const items = [...had.items];
      let next = had.next;
      let missing = pages * this.size;
      do {
        const part = await fetch(Math.min(missing, mostAtOnce), next, request.signal);
        if (request.signal.aborted) return;
        items.push(...part.items);
        next = part.next;
        missing -= mostAtOnce;
      } while (next && missing > 0);
      this.#loaded = { items, next, pages: had.pages + pages };
    } catch (error) {
      if (!request.signal.aborted) this.#error = error;
    } finally {
      if (this.#request === request) this.#isLoading = false;
    }
  }
}
