import { describe, expect, it } from 'vitest';
import { ProblemError } from './api/problem';
import { deviceName, errorsOf, failureOf, FieldError, Form, nextPlace, readableDevice } from './form.svelte';

const problem = (code: string, status: number, errors?: Record<string, string[]>, retryAfter?: number) =>
  new ProblemError({ title: 'No', status, code, detail: 'Why not.', traceId: '', errors }, retryAfter);

describe('Form', () => {
  function formWith(...names: string[]): HTMLFormElement {
    const form = document.createElement('form');
    for (const name of names) form.append(Object.assign(document.createElement('input'), { name }));
    return form;
  }

  it('shows what is wrong beside the field', async () => {
    const form = new Form();
    await form.send(formWith('password'), () => Promise.reject(problem('invalid_value', 400, { password: ['Too short.'] })));
    expect(form.errors).toEqual({ password: ['Too short.'] });
    expect(form.failure).toBeUndefined();
    expect(form.isBusy).toBe(false);
  });

  it('shows what is wrong with a field it does not have as a whole', async () => {
    const form = new Form();
    await form.send(formWith('name'), () => Promise.reject(problem('invalid_value', 400, { other: ['Wrong.'] })));
    expect(form.failure).toBe('No Why not.');
  });

  it('is clean after a success', async () => {
    const form = new Form();
    await form.send(formWith('name'), () => Promise.reject(problem('x', 400)));
    await form.send(formWith('name'), () => Promise.resolve());
    expect(form.failure).toBeUndefined();
  });
});

it('says a code of a field in its own words', () =>
  expect(errorsOf(problem('login_name_taken', 409), { login_name_taken: { loginName: ['Taken.'] } })).toEqual({ loginName: ['Taken.'] }));

it('takes what the form itself found', () => expect(errorsOf(new FieldError({ a: ['b'] }))).toEqual({ a: ['b'] }));

it('asks who was too fast to wait, and never speaks of locks', () => {
  const words = failureOf(problem('rate_limited', 429, undefined, 90));
  expect(words).toContain('90 seconds');
  expect(words).not.toMatch(/lock|block|ban/i);
});

it.each([
  ['', '/'],
  ['next=/mine', '/mine'],
  ['next=//elsewhere.example', '/'],
  ['next=/\\elsewhere.example', '/'],
  ['next=https://elsewhere.example', '/'],
])('goes on from "%s" to %s', (query, place) => expect(nextPlace(new URLSearchParams(query))).toBe(place));

it.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
  ['something', 'Browser'],
])('calls %s %s', (agent, name) => expect(deviceName(agent)).toBe(name));

it('shows what a device is rather than a signature', () => {
  expect(readableDevice('Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36')).toBe('Chrome on Linux');
  expect(readableDevice('Zoe’s phone')).toBe('Zoe’s phone');
});
