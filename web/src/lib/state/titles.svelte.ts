import { SvelteMap } from 'svelte/reactivity';
import { api } from '../api/client';

/** The titles of films that are only known by their ids, such as rated ones: remembered as they pass, asked for where they have not. */
class Titles {
  readonly #titles = new SvelteMap<number, string>();
  readonly #asked = new Set<number>();

  of(film: number): string | undefined {
    return this.#titles.get(film);
  }

  remember(film: number, title: string | null | undefined): void {
    if (title && this.#titles.get(film) !== title) this.#titles.set(film, title);
  }

  /** Asks for the ones that are not known; one that can't be found stays without. */
  async need(films: readonly number[]): Promise<void> {
    const unknown = films.filter((film) => !this.#titles.has(film) && !this.#asked.has(film));
    for (const film of unknown) this.#asked.add(film);
    await Promise.all(
      unknown.map(async (id) => {
        try {
          const { data } = await api.GET('/api/v1/movies/{movieId}', { params: { path: { movieId: id } } });
          this.remember(id, data?.title);
        } catch {
          this.#asked.delete(id);
        }
      }),
    );
  }
}

export const titles = new Titles();
