import { describe, expect, it } from 'vitest';
import { closeness, highlight } from './match';

const marked = (label: string, typed: string) =>
  highlight(label, typed)
    .map((piece) => (piece.isMatch ? `[${piece.words}]` : piece.words))
    .join('');

describe('highlight', () => {
  it.each([
    ['The Prestige', 'pres', 'The [Pres]tige'],
    ['Amélie', 'amel', '[Amél]ie'],
    ['Au hasard Balthazar', 'bal au', '[Au] hasard [Bal]thazar'],
    ['Ingmar Bergman', 'bergmn', 'Ingmar [Bergman]'],
    ['Rear Window', 'ow', 'Rear Window'],
    ['Notorious', 'bergman', 'Notorious'],
    ['乱', '乱', '[乱]'],
    ['Straße', 'strasse', 'Straße'],
    ['Heat', '', 'Heat'],
  ])('%s by "%s"', (label, typed, expected) => expect(marked(label, typed)).toBe(expected));

  it('loses no letter', () => {
    const label = 'Åsa & Zoë: “naïve”—İstanbul';
    expect(
      highlight(label, 'zoe ist')
        .map((piece) => piece.words)
        .join(''),
    ).toBe(label);
  });
});

describe('closeness', () => {
  it('is highest for the whole title', () => expect(closeness('Heat', 'heat')).toBe(1));
  it('prefers what begins so', () => expect(closeness('Heat and Dust', 'heat')).toBeGreaterThan(closeness('In the Heat of the Night', 'heat')));
  it('overlooks a slip in a long word', () => expect(closeness('Ingmar Bergman', 'bergmn')).toBeGreaterThan(0.5));
  it('does not overlook one in a short word', () => expect(closeness('Ran', 'run')).toBe(0));
  it('is nothing for something else', () => expect(closeness('Notorious', 'bergman')).toBe(0));
  it('is nothing for nothing', () => expect(closeness('Heat', ' ')).toBe(0));
});
