import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProblemError } from './problem';

const elsewhere = 'https://func-films.example';
let asked: Request[];
let answers: (() => Response | Promise<Response>)[];

const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const refused = (code: string): Response => json({ title: code, status: 401, code, detail: code, traceId: '' }, 401);
const signingIn = { loginName: 'zoe', password: 'three unrelated words', device: null };

/** The client as a build for that address has it; each answer is given once. */
async function build(address: string) {
  vi.resetModules();
  vi.stubEnv('VITE_API_URL', address);
  const [{ api }, { useCookie }, { token }, { viewer }] = await Promise.all([import('./client'), import('./service'), import('./token'), import('../state/viewer.svelte')]);
  return { api, useCookie, token, viewer };
}

beforeEach(() => {
  localStorage.clear();
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    const answer = answers.shift();
    if (!answer) throw new TypeError('nothing more was expected');
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('a service at another address', () => {
  it('is asked there, without cookies, and with the token that signing in brought', async () => {
    const { api, useCookie } = await build(elsewhere);
    answers = [() => json({ token: 'zoe.first' }, 201), () => json({ loginName: 'zoe' })];
    await api.POST('/api/v1/sessions', { body: { ...signingIn, useCookie } });
    await api.GET('/api/v1/me');

    expect(asked.map((one) => one.url)).toEqual([`${elsewhere}/api/v1/sessions`, `${elsewhere}/api/v1/me`]);
    expect(asked.map((one) => one.credentials)).toEqual(['omit', 'omit']);
    expect(asked.map((one) => one.headers.get('Authorization'))).toEqual([null, 'Bearer zoe.first']);
    expect(await asked[0]?.json()).toMatchObject({ useCookie: false });
  });

  it.each([
    ['a new account', 'POST', '/api/v1/accounts'],
    ['a new password', 'PUT', '/api/v1/me/password'],
  ] as const)('gives the next token with %s', async (_, method, path) => {
    const { api, token } = await build(elsewhere);
    token.keep('zoe.old');
    answers = [() => json({ token: 'zoe.new' })];
    await (api[method] as (path: string, init: object) => Promise<unknown>)(path, { body: {} });
    expect(token.read()).toBe('zoe.new');
  });

  it('is still known after the page is opened anew', async () => {
    (await build(elsewhere)).token.keep('zoe.kept');
    const { api } = await build(elsewhere);
    answers = [() => json({ loginName: 'zoe' })];
    await api.GET('/api/v1/me');
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer zoe.kept');
  });

  it('drops a token that is over, and the failure is told as ever', async () => {
    const { api, token } = await build(elsewhere);
    token.keep('zoe.over');
    answers = [() => refused('unauthenticated')];
    await expect(api.GET('/api/v1/me')).rejects.toSatisfy((error: ProblemError) => error.code === 'unauthenticated');
    expect(token.read()).toBeUndefined();
  });

  it('keeps the token where only the password was wrong', async () => {
    const { api, token } = await build(elsewhere);
    token.keep('zoe.first');
    answers = [() => refused('wrong_credentials')];
    await expect(api.POST('/api/v1/sessions', { body: { ...signingIn, useCookie: false } })).rejects.toThrow('wrong_credentials');
    expect(token.read()).toBe('zoe.first');
  });

  it('keeps a token that has begun while another was being refused', async () => {
    const { api, token } = await build(elsewhere);
    token.keep('zoe.over');
    answers = [
      () => {
        token.keep('zoe.next');
        return refused('unauthenticated');
      },
    ];
    await expect(api.GET('/api/v1/me')).rejects.toThrow('unauthenticated');
    expect(token.read()).toBe('zoe.next');
  });

  it('is given no token any more once the viewer is forgotten', async () => {
    const { api, token, viewer } = await build(elsewhere);
    token.keep('zoe.first');
    answers = [() => json({ loginName: 'zoe' }), () => json({ items: [] })];
    await viewer.ready();
    expect(viewer.isSignedIn).toBe(true);
    viewer.forget();
    await api.GET('/api/v1/genres');
    expect(asked[1]?.headers.has('Authorization')).toBe(false);
    expect(viewer.isSignedIn).toBe(false);
  });
});

describe('a service at the site’s own address', () => {
  it('is asked with the cookie, and no token is kept or sent', async () => {
    // Only pages know what an address without a host is relative to.
    vi.stubGlobal(
      'Request',
      class extends Request {
        constructor(input: string, init?: RequestInit) {
          super(new URL(input, location.origin), init);
        }
      },
    );
    const { api, useCookie, token } = await build('');
    token.keep('somebody.else');
    answers = [() => json({ token: 'zoe.first' }, 201)];
    await api.POST('/api/v1/sessions', { body: { ...signingIn, useCookie } });
    expect(asked[0]?.url).toBe(`${location.origin}/api/v1/sessions`);
    expect(asked[0]?.credentials).toBe('same-origin');
    expect(asked[0]?.headers.has('Authorization')).toBe(false);
    expect(await asked[0]?.json()).toMatchObject({ useCookie: true });
    expect(token.read()).toBe('somebody.else');
  });
});
