/**
 * How things that are shown together are told apart: by a colour, and by a shape or a pattern for those who don't see the colour. There are
 * eight colours and seven shapes, so that the ninth has a shape of its own with the first colour.
 */
export const colours = 8;
const shapes = ['circle', 'square', 'diamond', 'up', 'down', 'cross', 'hexagon'] as const;
const patterns = ['', '7 3', '2 3', '9 3 2 3', '5 2', '1 2', '12 4'] as const;

export const colourOf = (i: number): string => `var(--series-${(i % colours) + 1})`;
export const patternOf = (i: number): string => patterns[i % patterns.length] ?? '';

/** The outline of a shape around a middle; all have about the same area. */
export function outlineOf(i: number, x: number, y: number, radius: number): string {
  const corners = (count: number, turn: number, size: number): string =>
    `M${Array.from({ length: count }, (_, k) => {
      const angle = turn + (2 * Math.PI * k) / count;
      return `${(x + Math.cos(angle) * radius * size).toFixed(2)},${(y + Math.sin(angle) * radius * size).toFixed(2)}`;
    }).join('L')}Z`;
  const quarter = Math.PI / 2;
  switch (shapes[i % shapes.length]) {
    case 'square':
      return corners(4, quarter / 2, 1.25);
    case 'diamond':
      return corners(4, 0, 1.25);
    case 'up':
      return corners(3, -quarter, 1.4);
    case 'down':
      return corners(3, quarter, 1.4);
    case 'hexagon':
      return corners(6, 0, 1.1);
    case 'cross': {
      const [arm, thick] = [radius * 1.25, radius * 0.45];
      return `M${x - thick},${y - arm}h${2 * thick}v${arm - thick}h${arm - thick}v${2 * thick}h${thick - arm}v${arm - thick}h${-2 * thick}v${thick - arm}h${thick - arm}v${-2 * thick}h${arm - thick}Z`;
    }
    default:
      return `M${x - radius},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0Z`;
  }
}
