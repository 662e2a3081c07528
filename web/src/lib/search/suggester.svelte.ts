import { api } from '../api/client';
import type { Schemas } from '../api/types';

export type Suggestions = Schemas['SuggestAnswer'];

/** Suggestions, and what was typed for them. */
export interface Answer {
  typed: string;
  suggestions: Suggestions;
}

/** Asks for suggestions. */
export type Ask = (typed: string, signal: AbortSignal) => Promise<Suggestions>;

const pause = 80;
const mostKept = 60;

async function askService(q: string, signal: AbortSignal): Promise<Suggestions> {
  const { data } = await api.GET('/api/v1/search/suggestions', { params: { query: { q, films: 6, people: 3 } }, signal });
  return data ?? { films: [], people: [] };
}

/** What is suggested while somebody types: one question at a time, the last one counts. */
export class Suggester {
  #answer = $state.raw<Answer | undefined>();
  #hasFailed = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #wanted = '';
  readonly #known = new Map<string, Suggestions>();

  constructor(private readonly ask: Ask = askService) {}

  /** The latest answer, with what it answers: it stays until the next one is there. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Somebody has typed. */
  want(typed: string): void {
    const wanted = typed.trim().slice(0, 200);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#stop();
    this.#hasFailed = false;
    const known = this.#known.get(wanted);
    if (wanted === '') this.#answer = undefined;
    else if (known) this.#answer = { typed: wanted, suggestions: known };
    else this.#timer = setTimeout(() => void this.#send(wanted), pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  async #send(typed: string): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    try {
      const suggestions = await this.ask(typed, request.signal);
      if (request.signal.aborted) return;
      if (this.#known.size >= mostKept) this.#known.clear();
      this.#known.set(typed, suggestions);
      this.#answer = { typed, suggestions };
    } catch {
      if (request.signal.aborted) return;
      this.#hasFailed = true;
      this.#answer = undefined;
      this.#wanted = '';
    }
  }
}
