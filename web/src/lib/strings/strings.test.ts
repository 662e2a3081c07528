import { expect, it } from 'vitest';
import { spoken } from './index';

it.each([
  [0.5, 'half a star'],
  [1, 'one star'],
  [1.5, 'one and a half stars'],
  [2, 'two stars'],
  [4.5, 'four and a half stars'],
  [5, 'five stars'],
])('says %d stars as "%s"', (stars, words) => expect(spoken(stars)).toBe(words));
