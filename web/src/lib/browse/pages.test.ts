import { expect, it } from 'vitest';
import { Pages, type Fetch } from './pages.svelte';

/** A list of so many numbers. */
const numbers =
  (count: number, asked: [number, string | undefined][] = []): Fetch<number> =>
  (limit, cursor) => {
    asked.push([limit, cursor]);
    const from = Number(cursor ?? 0);
    const to = Math.min(count, from + limit);
    return Promise.resolve({ items: Array.from({ length: to - from }, (_, i) => from + i), next: to < count ? String(to) : undefined });
  };

it('grows page by page to the end', async () => {
  const pages = new Pages<number>(10);
  await pages.begin(numbers(25), 1);
  expect(pages.loaded?.items.length).toBe(10);
  await pages.more();
  await pages.more();
  await pages.more();
  expect(pages.loaded).toEqual({ items: Array.from({ length: 25 }, (_, i) => i), next: undefined, pages: 3 });
});

it('fetches many pages at once, in as few requests as allowed', async () => {
  const asked: [number, string | undefined][] = [];
  const pages = new Pages<number>(48);
  await pages.begin(numbers(1000, asked), 5);
  expect(asked).toEqual([
    [200, undefined],
    [40, '200'],
  ]);
  expect(pages.loaded?.items.length).toBe(240);
});

it('takes up what was kept without asking', async () => {
  const asked: [number, string | undefined][] = [];
  const pages = new Pages<number>(10);
  await pages.begin(numbers(25, asked), 2, { items: [1, 2], next: '10', pages: 1 });
  expect(asked).toEqual([]);
  expect(pages.loaded?.items).toEqual([1, 2]);
});

it('forgets what was on its way when another list begins', async () => {
  const pages = new Pages<string>(10);
  let answer: ((part: { items: string[]; next: undefined }) => void) | undefined;
  const first = pages.begin(() => new Promise((resolve) => (answer = resolve)), 1);
  await pages.begin(() => Promise.resolve({ items: ['new'], next: undefined }), 1);
  answer?.({ items: ['old'], next: undefined });
  await first;
  expect(pages.loaded?.items).toEqual(['new']);
  expect(pages.isLoading).toBe(false);
});

it('keeps what is there when more fails, and tries again', async () => {
  const good = numbers(25);
  let isDown = false;
  const pages = new Pages<number>(10);
  await pages.begin((...all) => (isDown ? Promise.reject(new TypeError()) : good(...all)), 1);
  isDown = true;
  await pages.more();
  expect(pages.error).toBeInstanceOf(TypeError);
  expect(pages.loaded?.items.length).toBe(10);
  isDown = false;
  await pages.more();
  expect(pages.error).toBeUndefined();
  expect(pages.loaded?.items.length).toBe(20);
});
