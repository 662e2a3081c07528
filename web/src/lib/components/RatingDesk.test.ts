import '../../testing/setup';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { served } from '../../testing/served';
import { ratings } from '../state/ratings.svelte';
import RatingDesk from './RatingDesk.svelte';

vi.mock('../api/client', async () => (await import('../../testing/served')).client);
vi.mock('../state/viewer.svelte', async () => (await import('../../testing/served')).nobody);

const lists = '/api/v1/recommendations';
function show() {
  render(RatingDesk, { size: 3 });
  const list = (name: string): HTMLElement => screen.getByRole('region', { name });
  const rate = async (film: string, key: string) => fireEvent.keyDown(await screen.findByRole('group', { name: `Your stars for ${film}` }), { key });
  return { list, rate, titles: (name: string) => [...list(name).querySelectorAll('a.title')].map((one) => one.textContent) };
}

beforeEach(async () => {
  served.reset();
  localStorage.clear();
  await ratings.takeAlong();
  await ratings.reload();
});

describe('the desk', () => {
  it('shows everybody’s list until there are stars, and then the viewer’s own', async () => {
    const { list, rate, titles } = show();
    await waitFor(() => expect(titles('Everybody’s list')).toEqual(['For 0 ratings']));
    expect(list('Everybody’s list').textContent).toContain('It turns into yours with the first stars.');
    expect(within(list('Everybody’s list')).queryByRole('link', { name: 'The whole list' })).toBeNull();

    await rate('Film 1', '4');
    await waitFor(() => expect(titles('Your list so far')).toEqual(['For 1 ratings']));
    expect(within(list('Your list so far')).getByRole('link', { name: 'The whole list' }).getAttribute('href')).toBe('/list');
    await rate('Film 2', '2');
    await waitFor(() => expect(titles('Your list so far')).toEqual(['For 2 ratings']));
    expect(served.bodies(lists).at(-1)).toEqual({ ratings: [{ movieId: 1, stars: 4 }, { movieId: 2, stars: 2 }] });
  });

  it('makes the list anew when stars are taken back', async () => {
    const { rate, titles } = show();
    await rate('Film 1', '4');
    await waitFor(() => expect(titles('Your list so far')).toEqual(['For 1 ratings']));
    await rate('Film 1', 'Delete');
    await waitFor(() => expect(titles('Everybody’s list')).toEqual(['For 0 ratings']));
  });

  it('does not ask for another list where a film is only skipped', async () => {
    const { titles } = show();
    await waitFor(() => expect(titles('Everybody’s list')).toHaveLength(1));
    await fireEvent.click(await screen.findByRole('button', { name: 'Haven’t seen it: Film 1' }));
    await waitFor(() => expect(served.bodies('/api/v1/onboarding/movies')).toHaveLength(2));
    expect(served.bodies(lists)).toHaveLength(1);
  });

  it('keeps the last list where the next one fails, and says so', async () => {
    const { list, rate, titles } = show();
    await rate('Film 1', '4');
    await waitFor(() => expect(titles('Your list so far')).toEqual(['For 1 ratings']));
    served.fails = true;
    await rate('Film 2', '4');
    await waitFor(() => expect(within(list('Your list so far')).getByRole('alert').textContent).toContain('could not be made'));
    expect(titles('Your list so far')).toEqual(['For 1 ratings']);
    served.fails = false;
    await fireEvent.click(within(list('Your list so far')).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(titles('Your list so far')).toEqual(['For 2 ratings']));
  });
});
