/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
};

/** A third of it: two of four letters changed make another word, and a single one of two. */
const atMost = (word: string): number => Math.floor(word.length / 3);

/** What was probably meant: the nearest of the allowed words, if it is near at all. */
export const nearest = (found: string, allowed: readonly string[]): string | undefined => {
  // A word is at least as far as it is longer or shorter: what is sent may have a million letters.
  const near = allowed.filter((word) => Math.abs(found.length - word.length) <= atMost(word));
  const byDistance = near.map((word) => ({ word, far: distance(found.toLowerCase(), word.toLowerCase()) }));
  const best = byDistance.sort((a, b) => a.far - b.far)[0];
  return best !== undefined && best.far <= atMost(best.word) ? best.word : undefined;
};
