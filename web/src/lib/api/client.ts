import createClient, { type Middleware } from 'openapi-fetch';
import { ProblemError, type Problem } from './problem';
import { serviceOrigin, useCookie } from './service';
import { bearer } from './token';
import type { paths } from '../../../generated/schema';

const failures: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return;
    const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
    const problem = await problemOf(response);
    throw new ProblemError(problem, retryAfter);
  },
};

/** The service, by its OpenAPI document: what fails throws. The cookie says who is asking, or at another address the token. */
export const api = createClient<paths>({ baseUrl: serviceOrigin, credentials: useCookie ? 'same-origin' : 'omit' });
api.use(failures);
// Answers pass the last one first: it sees failures, too.
if (!useCookie) api.use(bearer);

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.clone().json()) as Problem;
  } catch {
    // What stands in front of the service answers in its own words.
    return { title: response.statusText, status: response.status, code: 'internal_error', detail: response.statusText, traceId: '' };
  }
}
