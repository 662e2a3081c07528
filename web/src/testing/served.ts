/* A service for tests of components, in the place of the client: nobody is signed in, and films have numbers for names. */

interface Body {
  ratings?: { movieId: number; stars: number }[];
  skipped?: number[];
  shown?: number[];
  limit?: number;
}

let sent: { path: string; body: Body | undefined }[] = [];

export const served = {
  /** Nothing is answered. */
  fails: false,
  /** How many films there are to be rated. */
  films: 100,
  /** What was sent to an address so far. */
  bodies: (path: string): (Body | undefined)[] => sent.filter((one) => one.path === path).map((one) => one.body),
  /** As it was before any test. */
  reset(): void {
    sent = [];
    served.fails = false;
    served.films = 100;
  },
};

/** What `api/client` is mocked with. */
export const client = { api: { GET: ask, POST: ask } };

/** What `state/viewer.svelte` is mocked with. */
export const nobody = { viewer: { isSignedIn: false, account: undefined, ready: () => Promise.resolve() } };

function ask(path: string, init?: { body?: Body }): Promise<{ data: unknown }> {
  sent.push({ path, body: structuredClone(init?.body) });
  return served.fails ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ data: answer(path, init?.body ?? {}) });
}

function answer(path: string, { ratings = [], skipped = [], shown = [], limit = 0 }: Body): unknown {
  if (path === '/api/v1/genres') return { items: ['Comedy', 'Crime', 'Drama'].map((name) => ({ name })) };
  if (path === '/api/v1/recommendations') return { items: [{ movie: film(1000 + ratings.length, `For ${ratings.length} ratings`), reasons: [] }] };
  const known = new Set([...ratings.map((one) => one.movieId), ...skipped, ...shown]);
  const left = Array.from({ length: served.films }, (_, i) => i + 1).filter((id) => !known.has(id));
  return { items: left.slice(0, limit).map((id) => ({ movie: film(id, `Film ${id}`) })) };
}

const film = (id: number, title: string): object => ({ id, title, year: 1990, genres: ['Drama'] });
