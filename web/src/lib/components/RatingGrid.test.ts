import '../../testing/setup';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { served } from '../../testing/served';
import { ratings } from '../state/ratings.svelte';
import RatingGrid from './RatingGrid.svelte';

vi.mock('../api/client', async () => (await import('../../testing/served')).client);
vi.mock('../state/viewer.svelte', async () => (await import('../../testing/served')).nobody);

/** The grid with films to rate in it, over a service of its own. */
function show(size = 3) {
  render(RatingGrid, { size });
  const grid = screen.getByRole('region', { name: 'Films to rate' });
  const titles = (): (string | undefined)[] => [...grid.querySelectorAll('li')].map((place) => place.querySelector('.title')?.textContent ?? undefined);
  const asked = () => served.bodies('/api/v1/onboarding/movies');
  return { grid, titles, asked, button: (name: string | RegExp) => within(grid).getByRole('button', { name }) };
}

beforeEach(async () => {
  served.reset();
  localStorage.clear();
  await ratings.takeAlong();
  await ratings.reload();
});

describe('the rating grid', () => {
  it('asks for as many as it has places, and some to follow', async () => {
    const { grid, titles, asked } = show();
    expect(grid.getAttribute('aria-busy')).toBe('true');
    await waitFor(() => expect(titles()).toEqual(['Film 1', 'Film 2', 'Film 3']));
    expect(grid.getAttribute('aria-busy')).toBe('false');
    expect(asked()).toEqual([{ ratings: [], skipped: [], shown: [], limit: 11 }]);
  });

  it('lets the next film into the place of a skipped one, every other staying where it is', async () => {
    const { grid, titles, asked, button } = show();
    await waitFor(() => expect(titles()[1]).toBe('Film 2'));
    const places = [...grid.querySelectorAll('li')];
    const skip = button('Haven’t seen it: Film 2');
    skip.focus();
    await fireEvent.click(skip);

    expect(titles()).toEqual(['Film 1', 'Film 4', 'Film 3']);
    expect([...grid.querySelectorAll('li')]).toEqual(places);
    // The same button, now of the film that came: whoever works by keyboard goes on from there.
    expect(document.activeElement).toBe(skip);
    expect(skip.getAttribute('aria-label')).toBe('Haven’t seen it: Film 4');
    expect(within(grid).getByText('Film 2 makes way for Film 4.').getAttribute('aria-live')).toBe('polite');
    expect(asked()[1]).toMatchObject({ skipped: [2], shown: [1, 4, 3] });
    expect(JSON.parse(localStorage.getItem('matinee.guest') ?? '')).toMatchObject({ skipped: [2] });
  });

  it('shows none twice, however fast one skips', async () => {
    const { titles, button } = show();
    await waitFor(() => expect(titles()[0]).toBe('Film 1'));
    for (let i = 0; i < 6; i++) await fireEvent.click(button(new RegExp(`: ${titles()[0]}$`)));
    await waitFor(() => expect(titles()).not.toContain(undefined));
    expect(titles().slice(1)).toEqual(['Film 2', 'Film 3']);
    expect(titles()[0]).toBe('Film 9');
    expect(new Set(titles()).size).toBe(3);
  });

  it('keeps a rated film, until it is asked to make way: it is not skipped then', async () => {
    const { titles, asked, button } = show();
    await waitFor(() => expect(titles()[0]).toBe('Film 1'));
    await fireEvent.keyDown(screen.getByRole('group', { name: 'Your stars for Film 1' }), { key: '4' });
    await waitFor(() => expect(button('Another film in place of Film 1')).toBeTruthy());
    expect(titles()).toEqual(['Film 1', 'Film 2', 'Film 3']);
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toMatchObject({ ratings: [{ movieId: 1, stars: 4 }], shown: [1, 2, 3] });

    await fireEvent.click(button('Another film in place of Film 1'));
    expect(titles()).toEqual(['Film 4', 'Film 2', 'Film 3']);
    expect(asked().at(-1)).toMatchObject({ skipped: [], ratings: [{ movieId: 1, stars: 4 }] });
  });

  it('turns the page of what is rated, and leaves the rest', async () => {
    const { titles, button } = show();
    await waitFor(() => expect(titles()[0]).toBe('Film 1'));
    expect((button('More films to rate') as HTMLButtonElement).disabled).toBe(true);
    for (const film of ['Film 1', 'Film 3']) await fireEvent.keyDown(screen.getByRole('group', { name: `Your stars for ${film}` }), { key: '5' });
    await waitFor(() => expect((button('More films to rate') as HTMLButtonElement).disabled).toBe(false));
    await fireEvent.click(button('More films to rate'));
    expect(titles()[1]).toBe('Film 2');
    expect(titles()).not.toContain('Film 1');
    expect(titles()).not.toContain('Film 3');
  });

  it('says what went wrong, and goes on when asked to', async () => {
    served.fails = true;
    const { grid, titles, button } = show();
    await waitFor(() => expect(within(grid).getByRole('alert').textContent).toContain('Matinee can’t be reached.'));
    expect(grid.querySelector('ul')).toBeNull();
    served.fails = false;
    await fireEvent.click(button('Try again'));
    await waitFor(() => expect(titles()).toEqual(['Film 1', 'Film 2', 'Film 3']));
    expect(within(grid).queryByRole('alert')).toBeNull();
  });

  it('says when there is nothing more to ask for', async () => {
    served.films = 1;
    const { grid, titles, button } = show();
    await waitFor(() => expect(titles()).toEqual(['Film 1']));
    await fireEvent.click(button('Haven’t seen it: Film 1'));
    await waitFor(() => expect(within(grid).getByText(/That was every film/)).toBeTruthy());
    await tick();
    expect(within(grid).queryByRole('button')).toBeNull();
  });
});
