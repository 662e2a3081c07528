import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Suggester, type Suggestions } from './suggester.svelte';

const answerOf = (title: string): Suggestions => ({ films: [{ id: 1, title, originalTitle: null, year: null, genres: [], directors: [], posterUrl: null }], people: [] });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits for a pause in the typing', async () => {
  const ask = vi.fn((typed: string) => Promise.resolve(answerOf(typed)));
  const suggester = new Suggester(ask);
  for (const typed of ['h', 'he', 'hea']) {
    suggester.want(typed);
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(ask).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(80);
  expect(ask.mock.calls.map(([typed]) => typed)).toEqual(['hea']);
  expect(suggester.answer?.typed).toBe('hea');
});

it('drops an answer that comes after the next question, and calls it off', async () => {
  const answers: ((value: Suggestions) => void)[] = [];
  const signals: AbortSignal[] = [];
  const suggester = new Suggester((_, signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  });
  suggester.want('he');
  await vi.advanceTimersByTimeAsync(100);
  suggester.want('heat');
  await vi.advanceTimersByTimeAsync(100);
  answers[1]?.(answerOf('Heat'));
  answers[0]?.(answerOf('Heavy'));
  await vi.advanceTimersByTimeAsync(0);
  expect(signals[0]?.aborted).toBe(true);
  expect(suggester.answer?.suggestions.films[0]?.title).toBe('Heat');
});

it('does not ask twice for the same', async () => {
  const ask = vi.fn((typed: string) => Promise.resolve(answerOf(typed)));
  const suggester = new Suggester(ask);
  for (const typed of ['he', 'hea', 'he ']) {
    suggester.want(typed);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(ask).toHaveBeenCalledTimes(2);
  expect(suggester.answer?.typed).toBe('he');
});

it('says that it has failed, and asks again for the next letter', async () => {
  const ask = vi.fn<(typed: string) => Promise<Suggestions>>().mockRejectedValueOnce(new TypeError()).mockResolvedValue(answerOf('Heat'));
  const suggester = new Suggester(ask);
  suggester.want('he');
  await vi.advanceTimersByTimeAsync(100);
  expect(suggester.hasFailed).toBe(true);
  suggester.want('hea');
  await vi.advanceTimersByTimeAsync(100);
  expect(suggester.hasFailed).toBe(false);
  expect(suggester.answer?.typed).toBe('hea');
});
