/** A title set in lines. */
export interface TitleLines {
  lines: string[];
  /** The size of the letters, in the units of the poster. */
  size: number;
}

// Mean width of a letter of a serif face, as a part of its size; capitals and wide letters are wider.
const meanWidth = 0.5;
const sizes = [34, 30, 27, 24, 21, 18, 16, 14, 12];
const leastSize = 11;

/** How wide a text is about, in units of the letters' size. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if ("ijl.,;:'!|’ ".includes(letter)) width += 0.28;
    else if ('ftr-()I'.includes(letter)) width += 0.36;
    else if ('mwMW&@'.includes(letter)) width += 0.86;
    else if (letter !== letter.toLowerCase()) width += 0.68;
    else width += meanWidth;
  }
  return width;
}

/** Breaks a title into lines that fit, as large as they may be. */
export function setTitle(title: string, width: number, height: number, lineHeight = 1.06): TitleLines {
  const words = title.split(/\s+/).filter(Boolean);
  for (const size of sizes) {
    const lines = breakLines(words, width / size);
    if (lines && lines.length * size * lineHeight <= height) return { lines, size };
  }
  return { lines: shorten(words, width / leastSize, Math.floor(height / (leastSize * lineHeight))), size: leastSize };
}

/** Lines of about the same length, none too wide; null where a word alone is. */
function breakLines(words: string[], width: number): string[] | null {
  if (words.some((word) => widthOf(word) > width)) return null;
  const fewest = fill(words, width).length;
  // The narrowest measure with as few lines makes them even.
  let best = fill(words, width);
  for (let measure = width * 0.95; measure > width * 0.4; measure *= 0.95) {
    if (words.some((word) => widthOf(word) > measure)) break;
    const lines = fill(words, measure);
    if (lines.length > fewest) break;
    best = lines;
  }
  return best;
}

function fill(words: string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shorten(words: string[], width: number, most: number): string[] {
  const lines = fill(
    words.flatMap((word) => (widthOf(word) <= width ? [word] : (word.match(/.{1,12}/gu) ?? []))),
    width,
  );
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}
