import '../../testing/setup';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { served } from '../../testing/served';
import { settingsOf } from '../dials';
import ListDials from './ListDials.svelte';

vi.mock('../api/client', async () => (await import('../../testing/served')).client);
vi.mock('../state/viewer.svelte', async () => (await import('../../testing/served')).nobody);

/** The dials as an address has them; the page around them would hand on every change. */
function show(query = '') {
  history.replaceState(null, '', `/list${query}`);
  const shown = render(ListDials, { settings: settingsOf(new URLSearchParams(query)), price: 'Predicted mean 4.2, with the dials as usual.' });
  return {
    slider: (name: string) => screen.getByRole<HTMLInputElement>('slider', { name }),
    turn: (name: string, value: number) => fireEvent.input(screen.getByRole('slider', { name }), { target: { value: String(value) } }),
    address: () => decodeURIComponent(location.search),
    follow: () => shown.rerender({ settings: settingsOf(new URLSearchParams(location.search)) }),
  };
}

beforeEach(() => {
  served.reset();
});

afterEach(() => vi.useRealTimers());

describe('the dials of a list', () => {
  it('stand where the address has them, in words', async () => {
    const { slider } = show('?variety=0.8&popularity=-0.5');
    expect(['Variety', 'Popularity', 'Age'].map((name) => slider(name).valueAsNumber)).toEqual([0.8, -0.5, 0]);
    expect(slider('Variety').getAttribute('aria-valuetext')).toBe('80%');
    expect(slider('Popularity').getAttribute('aria-valuetext')).toBe('50% towards “little known”');
    expect(slider('Age').getAttribute('aria-valuetext')).toBe('as usual');
    expect(screen.getByText('Predicted mean 4.2, with the dials as usual.').getAttribute('aria-live')).toBe('polite');
  });

  it('go into the address once they rest, and say at once where they are', async () => {
    vi.useFakeTimers();
    const { slider, turn, address } = show();
    await turn('Age', 0.4);
    await turn('Age', 0.7);
    expect(slider('Age').getAttribute('aria-valuetext')).toBe('70% towards “newer”');
    vi.advanceTimersByTime(249);
    expect(address()).toBe('');
    const entries = history.length;
    vi.advanceTimersByTime(1);
    expect(address()).toBe('?recency=0.7');
    // Back leads out of the list, not through every place of a dial.
    expect(history.length).toBe(entries);
  });

  it('go together where two are moved at once, and out of the address when as usual', async () => {
    vi.useFakeTimers();
    const { turn, address, follow } = show('?variety=0.8');
    await turn('Variety', 0.3);
    await turn('Popularity', 1);
    vi.advanceTimersByTime(250);
    expect(address()).toBe('?popularity=1');
    await follow();
    expect(screen.getByRole<HTMLInputElement>('slider', { name: 'Variety' }).valueAsNumber).toBe(0.3);
  });

  it('go back to where they usually stand, what is being moved as well', async () => {
    vi.useFakeTimers();
    const { slider, turn, address, follow } = show('?variety=0.8&genres=Crime&seed=7');
    await turn('Age', 0.5);
    await fireEvent.click(screen.getByRole('button', { name: 'All as usual' }));
    vi.advanceTimersByTime(1000);
    expect(address()).toBe('?genres=Crime&seed=7');
    await follow();
    expect(slider('Age').valueAsNumber).toBe(0);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'All as usual' }).disabled).toBe(true);
  });

  it('change nothing more once they are gone', async () => {
    vi.useFakeTimers();
    const { turn, address } = show();
    await turn('Age', 0.5);
    cleanup();
    vi.advanceTimersByTime(1000);
    expect(address()).toBe('');
  });

  it('throw the dice anew, with a way back', async () => {
    const { address } = show();
    const entries = history.length;
    await fireEvent.click(screen.getByRole('button', { name: 'Shuffle again' }));
    const first = address();
    expect(first).toMatch(/^\?seed=\d{1,10}$/);
    expect(settingsOf(new URLSearchParams(first)).seed).toBe(Number(first.split('=')[1]));
    expect(history.length).toBe(entries + 1);
    await fireEvent.click(screen.getByRole('button', { name: 'Shuffle again' }));
    expect(address()).not.toBe(first);
  });

  it('take genres in and out', async () => {
    const { address, follow } = show('?genres=Crime');
    const genres = screen.getByRole('group', { name: 'Genres' });
    await waitFor(() => expect(within(genres).getAllByRole('button').map((one) => one.textContent)).toEqual(['Comedy', 'Crime', 'Drama']));
    expect(within(genres).getByRole('button', { pressed: true }).textContent).toBe('Crime');
    await fireEvent.click(within(genres).getByRole('button', { name: 'Comedy' }));
    expect(address()).toBe('?genres=Crime,Comedy');
    await follow();
    await fireEvent.click(within(genres).getByRole('button', { name: 'Crime' }));
    expect(address()).toBe('?genres=Comedy');
    await follow();
    await fireEvent.click(within(genres).getByRole('button', { name: 'Comedy' }));
    expect(address()).toBe('');
  });

  it('still let go of genres where their names can’t be had', async () => {
    served.fails = true;
    const { address } = show('?genres=Crime');
    await tick();
    const genres = screen.getByRole('group', { name: 'Genres' });
    expect(within(genres).getAllByRole('button').map((one) => one.textContent)).toEqual(['Crime']);
    await fireEvent.click(within(genres).getByRole('button', { name: 'Crime' }));
    expect(address()).toBe('');
  });
});
