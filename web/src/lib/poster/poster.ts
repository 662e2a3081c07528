import { compositions, height, width, type Place, type Shape } from './compositions';
import { paletteOf, type Palette } from './palette';
import { Random } from './random';
import { setTitle, type TitleLines } from './title';

/** What a poster is drawn from. */
export interface PosterFilm {
  id: number;
  title: string;
  year?: number | undefined;
  genres: readonly string[];
  directors?: readonly string[] | undefined;
}

/** A poster, ready to be printed. */
export interface Poster {
  inks: Palette;
  place: Place;
  /** The part of the sheet that is the picture's. */
  picture: { top: number; height: number };
  shapes: Shape[];
  title: TitleLines;
}

const margin = 14;
const titleHeight = 96;

/** The poster of a film: always the same for the same film. */
export function posterOf(film: PosterFilm): Poster {
  const random = new Random(film.id);
  const compose = compositions[Math.floor(random.next() * compositions.length)] as (typeof compositions)[number];
  const inks = paletteOf(film.genres, film.year, random);
  const place: Place = random.next() < 0.35 ? 'top' : 'bottom';
  const title = setTitle(film.title, width - 2 * margin, titleHeight);
  const letters = title.lines.length * title.size * 1.06 + 34;
  const picture = { top: place === 'top' ? letters : 0, height: height - letters };
  return { inks, place, picture, shapes: compose(random, inks, picture.top, picture.height), title };
}

export { height, margin, width };
