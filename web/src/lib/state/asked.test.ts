import { expect, it } from 'vitest';
import { Asked } from './asked.svelte';

it('keeps the last answer until the next is there', async () => {
  const asked = new Asked<string>();
  await asked.ask(() => Promise.resolve('one'));
  let answer!: (value: string) => void;
  const next = asked.ask(() => new Promise((resolve) => (answer = resolve)));
  expect([asked.answer, asked.isBusy]).toEqual(['one', true]);
  answer('two');
  await next;
  expect([asked.answer, asked.isBusy]).toEqual(['two', false]);
});

it('listens to the last question alone', async () => {
  const asked = new Asked<string>();
  let late!: (value: string) => void;
  const first = asked.ask((signal) => new Promise((resolve) => ((late = resolve), expect(signal.aborted).toBe(false))));
  await asked.ask(() => Promise.resolve('second'));
  late('first');
  expect(await first).toBeUndefined();
  expect(asked.answer).toBe('second');
});

it('keeps what there is when a question fails, and forgets the failure afterwards', async () => {
  const asked = new Asked<string>('old');
  await asked.ask(() => Promise.reject(new Error('no')));
  expect([asked.answer, asked.error instanceof Error, asked.isBusy]).toEqual(['old', true, false]);
  await asked.ask(() => Promise.resolve('new'));
  expect([asked.answer, asked.error]).toEqual(['new', undefined]);
});
