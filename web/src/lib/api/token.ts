import type { Middleware } from 'openapi-fetch';
import type { Problem } from './problem';

const key = 'matinee.session';
const scheme = 'Bearer ';

/** Operations that answer with a new session. */
const beginning = new Set(['POST /api/v1/accounts', 'POST /api/v1/sessions', 'PUT /api/v1/me/password']);

/**
 * The session's token, for a service at another address. It is in the local storage: viewers who come back, or open a second page, are
 * still signed in, and signing out in one page ends it in all. Any script of the site could read it there; but none runs that is not the
 * site's own file (the content security policy says so), whatever could run could use a token in memory just as well, and a session can be
 * ended from any other device. It is read anew for each request, so that pages never disagree.
 */
export const token = {
  read(): string | undefined {
    return localStorage.getItem(key) ?? undefined;
  },
  keep(value: string): void {
    localStorage.setItem(key, value);
  },
  drop(): void {
    localStorage.removeItem(key);
  },
};

/** Sends the token with each request, keeps the one that an answer brings, and drops the one that the service no longer knows. */
export const bearer: Middleware = {
  onRequest({ request }) {
    const known = token.read();
    if (known) request.headers.set('Authorization', scheme + known);
  },
  async onResponse({ request, response, schemaPath }) {
    if (response.ok && beginning.has(`${request.method} ${schemaPath}`)) {
      const { token: next } = (await response.clone().json()) as { token?: string | null };
      if (next) token.keep(next);
    } else if (response.status === 401 && (await isOver(response)) && request.headers.get('Authorization') === scheme + token.read()) {
      // Only the one that was sent: another may have begun since.
      token.drop();
    }
  },
};

/** Whether the session is what the service refuses: a wrong password is no reason to forget it. */
async function isOver(response: Response): Promise<boolean> {
  const problem = (await response.clone().json().catch(() => undefined)) as Problem | undefined;
  return problem?.code === 'unauthenticated';
}
