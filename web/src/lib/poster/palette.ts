import type { Random } from './random';

/** Four inks, as a print shop would mix them: paper, two colours, and the ink of the letters (legible on the paper). */
export interface Palette {
  paper: string;
  first: string;
  second: string;
  ink: string;
}

// Each genre has a few printings of its own; the hues of a genre stay in its family, so that a shelf of them reads as one.
const byGenre: Record<string, readonly Palette[]> = {
  Action: [inks('#1f1a17', '#d1462f', '#f0a93b', '#f6ead7'), inks('#e9dcc3', '#b3261e', '#26221f', '#26221f')],
  Adventure: [inks('#efe2c4', '#2f6f5e', '#d98c2b', '#23302b'), inks('#123c3a', '#e0a03a', '#f3e6c8', '#f3e6c8')],
  Animation: [inks('#f7e3c0', '#ef6c4d', '#2c7da0', '#232a31'), inks('#1d3557', '#f4a261', '#e9f1ee', '#f5efe1')],
  Children: [inks('#f8e9b7', '#e76f51', '#2a9d8f', '#243036'), inks('#d7ecdf', '#f2b134', '#d1495b', '#27303a')],
  Comedy: [inks('#f6d365', '#e4572e', '#17324d', '#1b2530'), inks('#f3ead8', '#e2a72e', '#c8553d', '#2b2622'), inks('#24433f', '#f3c34b', '#f5ecd9', '#f5ecd9')],
  Crime: [inks('#191817', '#b7372b', '#d9cdb8', '#efe5d4'), inks('#d8ccb6', '#1c1a19', '#9d2b22', '#1c1a19')],
  Documentary: [inks('#e6e2d7', '#40606b', '#b96e3c', '#22292c'), inks('#2b3338', '#c9b37e', '#e9e4d6', '#efe9da')],
  Drama: [inks('#ece3d3', '#7b4b3a', '#c79a5b', '#2a211c'), inks('#2b2230', '#c58b6b', '#e7d8c6', '#f0e5d8'), inks('#d9d3c7', '#4b5a6a', '#a4553f', '#23282e')],
  Fantasy: [inks('#231d3f', '#8a6fc0', '#e3b75c', '#f1e8d8'), inks('#e7dfee', '#5a4a8a', '#c2803f', '#2a2440')],
  'Film-Noir': [inks('#121212', '#e8e2d4', '#7d786e', '#f1ebde'), inks('#d9d4c8', '#141414', '#6e6a62', '#141414')],
  Horror: [inks('#140f0f', '#a3171a', '#3d2626', '#eadfd2'), inks('#1b211c', '#7b9a56', '#c7311f', '#ece5d3')],
  Musical: [inks('#3a1730', '#e85d75', '#f6c667', '#faeedd'), inks('#f9e4cf', '#c2385b', '#e8a33d', '#341a26')],
  Mystery: [inks('#1a2330', '#5f7f94', '#d7a449', '#eee7d8'), inks('#dcd8cc', '#23303e', '#8b5e3c', '#1d2630')],
  Romance: [inks('#f5ddd3', '#c8495a', '#7d2e46', '#351c26'), inks('#41202d', '#e58a80', '#f3d9c4', '#f8e8dc')],
  'Sci-Fi': [inks('#0f1b2b', '#3f8fb5', '#f08a4b', '#e9eef0'), inks('#dfe6e6', '#15536b', '#e4703a', '#13232c'), inks('#16161d', '#8d8cf0', '#5cc8b0', '#eceaf4')],
  Thriller: [inks('#16191d', '#c7a13b', '#5a6670', '#eeeade'), inks('#dedacd', '#a1261d', '#202326', '#202326')],
  War: [inks('#3c3f2f', '#b0a06a', '#8f2d20', '#efe8d2'), inks('#dcd4bb', '#4a4e36', '#96382a', '#27281e')],
  Western: [inks('#e8c98f', '#a2451f', '#3b2417', '#331f14'), inks('#4a2617', '#e0913f', '#f1ddb4', '#f6e7c8')],
};

const others: readonly Palette[] = [inks('#e9e2d4', '#5b6770', '#b9823f', '#24282b'), inks('#22262a', '#c9a063', '#6d7f88', '#efe8da')];

// The genre that says most comes first; "Drama" says least, for half of all films are.
const leading = [
  'Film-Noir', 'Western', 'Musical', 'Horror', 'Animation', 'Sci-Fi', 'War', 'Documentary', 'Fantasy', 'Romance', 'Crime', 'Mystery', 'Comedy', 'Children',
  'Adventure', 'Action', 'Thriller', 'Drama',
];

/** The inks of a film: by its leading genre, one of the printings of that genre by chance. */
export function paletteOf(genres: readonly string[], year: number | undefined, random: Random): Palette {
  const genre = leading.find((one) => genres.includes(one));
  const palette = random.pick((genre && byGenre[genre]) || others);
  // Before colour there was black and white, with one ink to please the eye.
  return year && year < 1936 ? { ...palette, paper: '#e4ddcd', second: '#1b1917', ink: '#1b1917' } : palette;
}

function inks(paper: string, first: string, second: string, ink: string): Palette {
  return { paper, first, second, ink };
}
