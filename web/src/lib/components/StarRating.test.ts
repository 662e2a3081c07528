import '../../testing/setup';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import StarRating from './StarRating.svelte';

function show(stars?: number) {
  const onrate = vi.fn();
  const { container, rerender } = render(StarRating, { title: 'Heat', stars, onrate });
  const group = screen.getByRole('group', { name: 'Your stars for Heat' });
  const area = group.querySelector('.stars') as HTMLElement;
  area.getBoundingClientRect = () => ({ left: 100, top: 0, width: 200, height: 40 }) as DOMRect;
  return {
    onrate,
    group,
    area,
    filled: () => container.querySelectorAll('label.filled').length / 2,
    press: (key: string, with_: KeyboardEventInit = {}) => fireEvent.keyDown(group, { key, ...with_ }),
    point: (type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel' | 'pointerLeave', stars: number, with_: PointerEventInit = {}) =>
      fireEvent[type](area, { clientX: 100 + stars * 40, button: 0, pointerId: 1, pointerType: 'touch', ...with_ }),
    become: (next: number | undefined) => rerender({ stars: next }),
  };
}

describe('the star rating', () => {
  it('is a group of ten radio buttons with spoken names', () => {
    const { group } = show();
    const names = within(group)
      .getAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent?.trim());
    expect(names).toEqual([
      'half a star',
      'one star',
      'one and a half stars',
      'two stars',
      'two and a half stars',
      'three stars',
      'three and a half stars',
      'four stars',
      'four and a half stars',
      'five stars',
    ]);
    expect(new Set(within(group).getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name)).size).toBe(1);
  });

  it('has the viewer’s own stars checked and filled, and none where there are none', async () => {
    const { become, filled } = show(3.5);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'three and a half stars' }).checked).toBe(true);
    expect(filled()).toBe(3.5);
    await become(undefined);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(filled()).toBe(0);
  });

  it('keeps two ratings of a page apart', () => {
    show();
    render(StarRating, { title: 'Ronin', onrate: vi.fn() });
    const [heat, ronin] = screen.getAllByRole('group').map((group) => within(group).getAllByRole<HTMLInputElement>('radio')[0]?.name);
    expect(heat).not.toBe(ronin);
  });

  it('takes the step that a screen reader chooses', async () => {
    const { onrate } = show(2);
    await fireEvent.click(screen.getByRole('radio', { name: 'four and a half stars' }));
    expect(onrate.mock.calls).toEqual([[4.5]]);
  });

  it.each([
    [3.2, 3.5],
    [3.5, 3.5],
    [3.51, 4],
    [-1, 0.5],
    [6, 5],
  ])('takes %d of its width as %d stars', async (place, stars) => {
    const { onrate, point } = show();
    await point('pointerDown', place);
    await point('pointerUp', place);
    expect(onrate.mock.calls).toEqual([[stars]]);
  });

  it('shows what a finger that is dragged would give, and gives what it is lifted at', async () => {
    const { onrate, point, filled } = show(1);
    await point('pointerDown', 1.9);
    expect(filled()).toBe(2);
    await point('pointerMove', 4.4);
    expect(filled()).toBe(4.5);
    expect(onrate).not.toHaveBeenCalled();
    await point('pointerUp', 4.4);
    expect(onrate.mock.calls).toEqual([[4.5]]);
    // Whoever asked for the stars gives them back when they hold; until then they are as they were.
    expect(filled()).toBe(1);
  });

  it('shows what a mouse is over, until it leaves', async () => {
    const { onrate, point, filled } = show(1);
    await point('pointerMove', 2.9, { pointerType: 'mouse' });
    expect(filled()).toBe(3);
    await point('pointerLeave', 0, { pointerType: 'mouse' });
    expect(filled()).toBe(1);
    expect(onrate).not.toHaveBeenCalled();
  });

  it('gives nothing when the drag turns into scrolling, nor by another button', async () => {
    const { onrate, point, filled } = show(1);
    await point('pointerDown', 4);
    await point('pointerCancel', 4);
    await point('pointerUp', 4);
    await point('pointerDown', 4, { button: 2 });
    await point('pointerUp', 4, { button: 2 });
    expect(onrate).not.toHaveBeenCalled();
    expect(filled()).toBe(1);
  });

  it.each([
    ['3', 2, 3],
    ['ArrowRight', 2, 2.5],
    ['ArrowUp', 4.5, 5],
    ['ArrowLeft', 2, 1.5],
    ['ArrowDown', 1, 0.5],
    ['ArrowRight', undefined, 0.5],
    ['ArrowLeft', undefined, 0.5],
  ])('takes the key %s at %s as %d, and the focus goes along', async (key, before, after) => {
    const { onrate, press } = show(before);
    expect(await press(key)).toBe(false);
    expect(onrate.mock.calls).toEqual([[after]]);
    expect((document.activeElement as HTMLInputElement).value).toBe(String(after));
  });

  it.each([
    ['ArrowRight', 5],
    ['ArrowLeft', 0.5],
    ['4', 4],
    ['Delete', undefined],
  ])('does nothing on %s at %s, where it stands already', async (key, stars) => {
    const { onrate, press } = show(stars);
    await press(key);
    expect(onrate).not.toHaveBeenCalled();
  });

  it.each(['Delete', 'Backspace', '0'])('takes the stars back on %s', async (key) => {
    const { onrate, press } = show(4);
    expect(await press(key)).toBe(false);
    expect(onrate.mock.calls).toEqual([[undefined]]);
  });

  it('leaves to the browser what is the browser’s', async () => {
    const { onrate, press } = show(4);
    for (const [key, modifiers] of [['3', { ctrlKey: true }], ['ArrowLeft', { altKey: true }], ['0', { metaKey: true }], ['Tab', {}], ['6', {}], ['a', {}]] as const) {
      expect(await press(key, modifiers)).toBe(true);
    }
    expect(onrate).not.toHaveBeenCalled();
  });
});
