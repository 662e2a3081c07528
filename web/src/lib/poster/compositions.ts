import type { Palette } from './palette';
import type { Random } from './random';

/** One printed shape. Angles in degrees about the poster's middle. */
export type Shape =
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string; stroke?: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string; turn?: number }
  | { kind: 'path'; d: string; fill: string; stroke?: number };

/** Where the letters stand. */
export type Place = 'top' | 'bottom';

/** What is printed behind the letters, within the part of the sheet that is the picture's. */
export type Composition = (random: Random, inks: Palette, top: number, height: number) => Shape[];

export const width = 200;
export const height = 300;

const middle = width / 2;

const bands: Composition = (random, inks, top, tall) => {
  const count = random.whole(5, 9);
  const shapes: Shape[] = [];
  let y = top;
  for (let i = 0; i < count; i++) {
    const thick = ((tall / count) * (0.25 + (0.9 * (i + 1)) / count)) | 0;
    shapes.push(rect(0, y, width, thick, i % 3 === 1 ? inks.second : inks.first));
    y += tall / count;
  }
  return shapes;
};

const sun: Composition = (random, inks, top, tall) => {
  const horizon = top + tall * random.between(0.58, 0.74);
  const radius = random.between(38, 66);
  const x = middle + random.between(-34, 34);
  const shapes: Shape[] = [{ kind: 'circle', x, y: horizon - radius * random.between(0.1, 0.5), radius, fill: inks.first }];
  shapes.push(rect(0, horizon, width, top + tall - horizon, inks.second));
  for (let y = horizon + 8; y < top + tall; y += random.between(9, 14)) shapes.push(rect(x - radius * random.between(0.3, 0.9), y, radius * random.between(0.6, 1.5), 2.5, inks.first));
  return shapes;
};

const rings: Composition = (random, inks, top, tall) => {
  const x = random.pick([middle, width * 0.28, width * 0.76]);
  const y = top + tall * random.between(0.4, 0.6);
  const step = random.between(13, 19);
  return Array.from({ length: 8 }, (_, i): Shape => ({ kind: 'circle', x, y, radius: 10 + i * step, fill: i % 3 === 0 ? inks.second : inks.first, stroke: step * 0.42 }));
};

const dots: Composition = (random, inks, top, tall) => {
  const columns = random.whole(4, 7);
  const cell = width / columns;
  const rows = Math.floor(tall / cell);
  const marked = random.whole(0, rows * columns - 1);
  const shapes: Shape[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const isMarked = row * columns + column === marked;
      shapes.push({ kind: 'circle', x: (column + 0.5) * cell, y: top + (row + 0.5) * cell, radius: cell * (isMarked ? 0.42 : 0.26), fill: isMarked ? inks.second : inks.first });
    }
  }
  return shapes;
};

const diagonals: Composition = (random, inks, top, tall) => {
  const slope = random.pick([-1, 1]) * random.between(0.45, 0.95);
  const count = random.whole(4, 6);
  const thick = tall / count / 1.9;
  return Array.from({ length: count + 2 }, (_, i): Shape => {
    const y = top + (i - 1) * (tall / count);
    const rise = (width * slope) / 2;
    const inside = (at: number) => Math.min(top + tall, Math.max(top, at));
    return {
      kind: 'path',
      d: polygon([[0, inside(y - rise)], [width, inside(y + rise)], [width, inside(y + rise + thick)], [0, inside(y - rise + thick)]]),
      fill: i % 3 === 2 ? inks.second : inks.first,
    };
  });
};

const rays: Composition = (random, inks, top, tall) => {
  const x = middle + random.between(-40, 40);
  const y = top + tall * random.pick([1, 0.5, 0.85]);
  const count = random.whole(9, 15);
  const far = 420;
  const shapes = Array.from({ length: count }, (_, i): Shape => {
    const from = (i / count) * Math.PI * 2;
    const to = from + Math.PI / count;
    return { kind: 'path', d: polygon([[x, y], [x + far * Math.cos(from), y + far * Math.sin(from)], [x + far * Math.cos(to), y + far * Math.sin(to)]]), fill: inks.first };
  });
  return [...shapes, { kind: 'circle', x, y, radius: random.between(22, 40), fill: inks.second }];
};

const stairs: Composition = (random, inks, top, tall) => {
  const steps = random.whole(5, 8);
  const rising = random.next() < 0.5;
  return Array.from({ length: steps }, (_, i): Shape => {
    const high = (tall * (i + 1)) / steps;
    const column = rising ? i : steps - 1 - i;
    return rect((column * width) / steps, top + tall - high, width / steps + 0.5, high, i === steps - 2 ? inks.second : inks.first);
  });
};

const window: Composition = (random, inks, top, tall) => {
  const wide = random.between(74, 110);
  const high = Math.min(tall * 0.8, wide * random.between(1.1, 1.5));
  const x = middle - wide / 2 + random.between(-18, 18);
  const y = top + (tall - high) / 2;
  const shapes = [rect(0, top, width, tall, inks.first), rect(x, y, wide, high, inks.paper), rect(x + wide * random.between(0.3, 0.6), y, wide * 0.07, high, inks.first)];
  return [...shapes, { kind: 'circle', x: x + wide * random.between(0.3, 0.7), y: y + high * random.between(0.3, 0.7), radius: wide * 0.19, fill: inks.second }];
};

const moon: Composition = (random, inks, top, tall) => {
  const radius = random.between(46, 64);
  const [x, y] = [middle + random.between(-22, 22), top + tall * random.between(0.42, 0.58)];
  const bite = random.pick([-1, 1]) * radius * random.between(0.3, 0.55);
  return [
    { kind: 'circle', x, y, radius, fill: inks.first },
    { kind: 'circle', x: x + bite, y: y - radius * 0.12, radius: radius * 0.86, fill: inks.paper },
    { kind: 'circle', x: x + bite * 1.2, y: y + radius * 0.16, radius: radius * 0.16, fill: inks.second },
  ];
};

const hills: Composition = (random, inks, top, tall) => {
  const layers = 3;
  return Array.from({ length: layers }, (_, i): Shape => {
    const base = top + tall * (0.34 + 0.22 * i);
    const [a, b] = [random.between(-36, 36), random.between(-36, 36)];
    return {
      kind: 'path',
      d: `M0 ${n(base)}C${n(width * 0.3)} ${n(base + a)} ${n(width * 0.65)} ${n(base + b)} ${width} ${n(base - a / 2)}V${n(top + tall)}H0Z`,
      fill: [inks.second, inks.first, inks.ink][i] as string,
    };
  });
};

const blocks: Composition = (random, inks, top, tall) => {
  const split = random.between(0.32, 0.68);
  const cut = random.between(0.3, 0.7);
  return [
    rect(0, top, width * split, tall * cut, inks.first),
    rect(width * split, top + tall * cut, width * (1 - split), tall * (1 - cut), inks.second),
    { kind: 'circle', x: width * split, y: top + tall * cut, radius: random.between(18, 34), fill: inks.ink },
  ];
};

const arches: Composition = (random, inks, top, tall) => {
  const count = random.whole(3, 5);
  return Array.from({ length: count }, (_, i): Shape => {
    const wide = width * (0.94 - (0.8 * i) / count);
    const high = tall * (0.96 - (0.8 * i) / count);
    const [left, right, foot] = [middle - wide / 2, middle + wide / 2, top + tall];
    const spring = Math.max(foot - high + wide / 2, top + wide * 0.1);
    return { kind: 'path', d: `M${n(left)} ${n(foot)}V${n(spring)}A${n(wide / 2)} ${n(wide / 2)} 0 0 1 ${n(right)} ${n(spring)}V${n(foot)}Z`, fill: [inks.first, inks.paper, inks.second, inks.paper, inks.first][i] as string };
  });
};

/** All the systems that posters are drawn by. */
export const compositions: readonly Composition[] = [bands, sun, rings, dots, diagonals, rays, stairs, window, moon, hills, blocks, arches];

function rect(x: number, y: number, wide: number, high: number, fill: string): Shape {
  return { kind: 'rect', x: n(x), y: n(y), width: n(wide), height: n(high), fill };
}

function polygon(points: [number, number][]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
}

// A tenth of a unit is finer than any eye, and short to write.
function n(value: number): number {
  return Math.round(value * 10) / 10;
}
