const mark = '[Simulated] ';

/** A review as it is shown: one that no person has written says so beside it, not in it. */
export function readReview(text: string): { words: string; isSimulated: boolean } {
  return text.startsWith(mark) ? { words: text.slice(mark.length), isSimulated: true } : { words: text, isSimulated: false };
}

export const mostCharacters = 5000;
