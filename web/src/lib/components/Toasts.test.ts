import '../../testing/setup';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../state/toasts.svelte';
import Toasts from './Toasts.svelte';

const words = (): (string | undefined)[] => [...screen.getByRole('status').querySelectorAll('.toast > span')].map((one) => one.textContent ?? undefined);

async function after(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await tick();
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('toasts', () => {
  it('are told to who listens, in a region that is there before them', async () => {
    render(Toasts);
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
    expect(words()).toEqual([]);
    toasts.done('Heat: four stars.');
    await tick();
    expect(words()).toEqual(['Heat: four stars.']);
  });

  it('undo once, and go with it', async () => {
    render(Toasts);
    const undo = vi.fn();
    toasts.done('Heat: four stars.');
    toasts.done('Ronin is hidden.', { label: 'Undo', run: undo });
    await tick();
    await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(words()).toEqual(['Heat: four stars.']);
    await after(60_000);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('undo what they say, not what another says', async () => {
    render(Toasts);
    const [first, second] = [vi.fn(), vi.fn()];
    toasts.done('Heat is hidden.', { label: 'Undo', run: first });
    toasts.done('Ronin is hidden.', { label: 'Undo', run: second });
    await tick();
    const heat = screen.getByText('Heat is hidden.').closest('.toast') as HTMLElement;
    await fireEvent.click(within(heat).getByRole('button', { name: 'Undo' }));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
    expect(words()).toEqual(['Ronin is hidden.']);
  });

  it('can be closed without doing anything', async () => {
    render(Toasts);
    const undo = vi.fn();
    toasts.done('Heat is hidden.', { label: 'Undo', run: undo });
    await tick();
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(words()).toEqual([]);
    expect(undo).not.toHaveBeenCalled();
  });

  it('go by themselves, later where there is something to press', async () => {
    render(Toasts);
    toasts.done('Heat: four stars.');
    toasts.done('Ronin is hidden.', { label: 'Undo', run: vi.fn() });
    await after(6_999);
    expect(words()).toEqual(['Heat: four stars.', 'Ronin is hidden.']);
    await after(1);
    expect(words()).toEqual(['Ronin is hidden.']);
    await after(5_000);
    expect(words()).toEqual([]);
  });

  it('are three at most, the latest ones, and failures look it', async () => {
    render(Toasts);
    for (const film of ['Heat', 'Ronin', 'Alien']) toasts.done(film);
    toasts.failed('Fargo could not be saved.');
    await tick();
    expect(words()).toEqual(['Ronin', 'Alien', 'Fargo could not be saved.']);
    expect(screen.getByText('Fargo could not be saved.').closest('.toast')?.classList.contains('failed')).toBe(true);
    expect(screen.getByText('Alien').closest('.toast')?.classList.contains('failed')).toBe(false);
  });
});
