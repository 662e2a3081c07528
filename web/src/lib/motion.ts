/** How long a change of state moves, in milliseconds: not at all for who wants calm. */
export function movement(milliseconds = 180): number {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}
