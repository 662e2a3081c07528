import '../../testing/setup';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../api/problem';
import Failure from './Failure.svelte';

const refused = (code: string, status: number): ProblemError => new ProblemError({ title: 'The title', status, code, detail: 'The detail.', traceId: '' });

afterEach(() => vi.restoreAllMocks());

describe('a failure', () => {
  it.each([
    ['what the service refuses by name', refused('movie_not_found', 404), 'There is no such film here.', 'Search for it by its title.'],
    ['what we have no words for, in the service’s', refused('something_new', 409), 'The title', 'The detail.'],
    ['a fault of the service', refused('something_new', 503), 'Something went wrong at our end.', 'Nothing you did is lost.'],
    ['no answer', new TypeError('Failed to fetch'), 'Matinee can’t be reached.', 'It may be your connection or ours.'],
    ['a fault of the page', new RangeError('x'), 'Something went wrong at our end.', 'Nothing you did is lost.'],
  ])('says in words: %s', (_, error, what, cure) => {
    render(Failure, { error });
    expect(screen.getByRole('alert').textContent).toContain(what);
    expect(screen.getByRole('alert').textContent).toContain(cure);
    expect(screen.getByRole('alert').textContent).not.toContain('Failed to fetch');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that there is no connection', () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    render(Failure, { error: new TypeError('Failed to fetch') });
    expect(screen.getByRole('alert').textContent).toContain('You are offline.');
  });

  it('lets try again, and says so when the next failure is another one', async () => {
    const retry = vi.fn();
    const { rerender } = render(Failure, { error: refused('rate_limited', 429), retry });
    expect(screen.getByRole('alert').textContent).toContain('That was very fast.');
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
    await rerender({ error: refused('store_unavailable', 503), retry });
    expect(screen.getByRole('alert').textContent).toContain('Matinee is very busy.');
    expect(screen.getByRole('alert').textContent).not.toContain('That was very fast.');
  });
});
