/** From here on a coefficient has the full colour: stronger ones are rare, and weaker ones must be told apart. */
export const fullColourFrom = 0.6;
const strongest = 55;

/** The colour of a coefficient: one hue below zero, another above, none at zero, and never so dark that its number can't be read. */
export function heat(r: number): string {
  const share = Math.round(Math.min(1, Math.abs(r) / fullColourFrom) * strongest);
  return `color-mix(in srgb, var(--heat-${r < 0 ? 'below' : 'above'}) ${share}%, var(--paper))`;
}

/** The share of false findings that is put up with among those marked. */
export const marked = 0.05;

/** Whether a finding stands after correction for how many were tried. */
export const stands = (adjusted: number): boolean => adjusted <= marked;
