import { describe, expect, it } from 'vitest';
import { height, margin, posterOf, width, type PosterFilm } from './poster';
import { setTitle, widthOf } from './title';

const film = (id: number, title = 'Heat', genres: string[] = ['Crime'], year = 1995): PosterFilm => ({ id, title, genres, year });

/** Relative luminance, by WCAG. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('posterOf', () => {
  it('draws the same film the same way each time', () => {
    expect(posterOf(film(42))).toEqual(posterOf(film(42)));
  });

  it('draws neighbours differently', () => {
    const faces = Array.from({ length: 60 }, (_, id) => JSON.stringify({ ...posterOf(film(id)), title: undefined }));
    for (let id = 1; id < faces.length; id++) expect(faces[id], `${id}`).not.toBe(faces[id - 1]);
    expect(new Set(faces).size).toBeGreaterThan(50);
  });

  it('uses every composition within a shelf of films', () => {
    const kinds = new Set(Array.from({ length: 200 }, (_, id) => posterOf(film(id)).shapes.map((shape) => shape.kind).join()));
    expect(kinds.size).toBeGreaterThanOrEqual(8);
  });

  it('keeps letters legible on every paper', () => {
    for (const genre of ['Action', 'Adventure', 'Animation', 'Children', 'Comedy', 'Crime', 'Documentary', 'Drama', 'Fantasy', 'Film-Noir', 'Horror', 'IMAX', 'Musical', 'Mystery', 'Romance', 'Sci-Fi', 'Thriller', 'War', 'Western']) {
      for (let id = 0; id < 20; id++) {
        const { inks } = posterOf(film(id, 'Heat', [genre], id % 2 ? 1925 : 1995));
        expect(contrast(inks.paper, inks.ink), `${genre} ${id}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('leaves the letters a part of the sheet of their own', () => {
    for (let id = 0; id < 100; id++) {
      const { picture, place, title } = posterOf(film(id, 'The Assassination of Jesse James by the Coward Robert Ford'));
      const letters = title.lines.length * title.size * 1.06;
      expect(picture.height).toBeGreaterThan(height / 3);
      expect(place === 'top' ? picture.top : height - picture.height).toBeGreaterThanOrEqual(letters);
    }
  });
});

describe('setTitle', () => {
  const wide = width - 2 * margin;

  it('keeps all words, in their order', () => {
    const title = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
    expect(setTitle(title, wide, 96).lines.join(' ')).toBe(title);
  });

  it.each(['M', 'Heat', 'Monsters, Inc.', 'Koyaanisqatsi', 'The Lord of the Rings: The Fellowship of the Ring'])('fits %s', (title) => {
    const { lines, size } = setTitle(title, wide, 96);
    for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(wide);
    expect(lines.length * size * 1.06).toBeLessThanOrEqual(96);
  });

  it('breaks a word that is wider than the sheet', () => {
    const { lines } = setTitle('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch', wide, 96);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('has nothing to set for an empty title', () => {
    expect(setTitle('', wide, 96).lines).toEqual([]);
  });
});
