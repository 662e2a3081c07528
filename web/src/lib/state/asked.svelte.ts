/**
 * Something that is asked of the service, again and again as things change: the last answer stays until the next one is there,
 * and only the last question counts.
 */
export class Asked<T> {
  #answer = $state.raw<T | undefined>();
  #error = $state.raw<unknown>();
  #isBusy = $state(false);
  #asking: AbortController | undefined;

  constructor(first?: T) {
    this.#answer = first;
  }

  get answer(): T | undefined {
    return this.#answer;
  }

  /** Why the last question has no answer. */
  get error(): unknown {
    return this.#error;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Asks; gives the answer, or nothing when it failed or another question came between. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.stop();
    const mine = new AbortController();
    this.#asking = mine;
    this.#isBusy = true;
    try {
      const answer = await question(mine.signal);
      if (this.#asking !== mine) return undefined;
      this.#answer = answer;
      this.#error = undefined;
      this.#isBusy = false;
      return answer;
    } catch (error) {
      if (this.#asking !== mine) return undefined;
      this.#error = error;
      this.#isBusy = false;
      return undefined;
    }
  }

  /** Changes the answer here, such as by more of it. */
  put(answer: T | undefined): void {
    this.#answer = answer;
  }

  /** Whatever is under way does not matter any more. */
  stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#isBusy = false;
  }
}
