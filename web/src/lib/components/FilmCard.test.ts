import '../../testing/setup';
import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import FilmCard from './FilmCard.svelte';

const heat = { id: 7, title: 'Heat', year: 1995, genres: ['Crime'] };

describe('a film card', () => {
  it('is one link to the film, called by title and year', () => {
    render(FilmCard, { film: heat });
    const link = screen.getByRole('link', { name: /Heat\s+1995/ });
    expect(link.getAttribute('href')).toBe('/film/7');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('leaves out what nobody knows', () => {
    render(FilmCard, { film: { id: 7, title: 'Heat', year: null } });
    expect(screen.getByRole('link').textContent?.trim()).toMatch(/Heat$/);
    expect(screen.queryByText(/for you/)).toBeNull();
  });

  it('says what the film is likely worth, and between what', () => {
    render(FilmCard, { film: heat, predicted: { stars: 4.26, low: 3.4, high: 4.9 } });
    expect(screen.getByText('4.3 for you', { exact: false }).textContent?.trim()).toBe('4.3 for youmost likely between 3.4 and 4.9');
  });

  it('has below it what it is given', () => {
    render(FilmCard, { film: heat, children: createRawSnippet(() => ({ render: () => '<p>Because you liked Collateral</p>' })) });
    expect(screen.getByRole('article').textContent).toContain('Because you liked Collateral');
    expect(screen.getByText('Because you liked Collateral').closest('a')).toBeNull();
  });
});
