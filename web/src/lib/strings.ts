/** Every word of the site, in one place: English now, others beside it when they come. */
export const text = {
  name: 'Matinee',
  close: 'Close',
  rating: {
    legend: (title: string) => `Your stars for ${title}`,
    stars: (stars: number) => spoken(stars),
  },
} as const;

const whole = ['no', 'one', 'two', 'three', 'four', 'five'] as const;

/** "four and a half stars": as a person would say it. */
export function spoken(stars: number): string {
  const full = Math.floor(stars);
  if (stars === 0.5) return 'half a star';
  if (stars === 1) return 'one star';
  return stars % 1 === 0 ? `${whole[full]} stars` : `${whole[full]} and a half stars`;
}
