/** Letters as they are compared: no accents, no case. */
export function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A part of a label, and whether it is what was typed. */
export interface Piece {
  words: string;
  isMatch: boolean;
}

/** Splits a label where words of it begin with what was typed. */
export function highlight(label: string, typed: string): Piece[] {
  // Letter by letter, so that places in what is compared are places in the label.
  const folded = [...label].map((letter) => fold(letter)[0] ?? letter);
  const letters = [...label];
  const marked = letters.map(() => false);
  const starts = letters.flatMap((letter, i) => (isWordly(letter) && !isWordly(letters[i - 1] ?? ' ') ? [i] : []));
  for (const word of wordsIn(typed)) {
    const wanted = [...word];
    const exact = starts.filter((start) => wanted.every((letter, i) => folded[start + i] === letter));
    for (const start of exact) marked.fill(true, start, start + wanted.length);
    if (exact.length > 0) continue;
    // A slip of the keys: the whole word was meant.
    for (const start of starts) {
      let end = start;
      while (end < letters.length && isWordly(letters[end] as string)) end++;
      if (likeness(folded.slice(start, end).join(''), word) > 0) marked.fill(true, start, end);
    }
  }
  const pieces: Piece[] = [];
  letters.forEach((letter, i) => {
    const last = pieces.at(-1);
    if (last && last.isMatch === marked[i]) last.words += letter;
    else pieces.push({ words: letter, isMatch: marked[i] as boolean });
  });
  return pieces;
}

/** How well a label answers what was typed, 0 to 1: each typed word counts by the best word of the label, whose end may be missing. */
export function closeness(label: string, typed: string): number {
  const wanted = wordsIn(typed);
  const there = wordsIn(label);
  if (wanted.length === 0 || there.length === 0) return 0;
  let sum = 0;
  for (const word of wanted) sum += Math.max(...there.map((one) => likeness(one, word)));
  const whole = fold(label) === fold(typed) ? 0.2 : fold(label).startsWith(fold(typed)) ? 0.1 : 0;
  return Math.min(1, (sum / wanted.length) * 0.8 + whole);
}

function isWordly(letter: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(letter);
}

function wordsIn(words: string): string[] {
  return fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function likeness(word: string, typed: string): number {
  if (word === typed) return 1;
  if (word.startsWith(typed)) return 0.95;
  const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  const slips = Math.min(distance(word, typed), distance(word.slice(0, typed.length), typed), distance(word.slice(0, typed.length + 1), typed));
  return slips > most ? 0 : 0.9 - 0.15 * slips;
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    before = row;
  }
  return before[b.length] as number;
}
