// Enterprises name lists as they like, and a month's tallies are one item of the table: a tally by the name of each list
// would outgrow it. So lists are counted by places, of which there is a fixed number, and each record adds a print of the
// name it gives: from the sum of the prints follows which of the lists that are looked for were named.

const places = 2_048;
const prints = 2 ** 20;

/** FNV-1a over UTF-16 units, from a start of its own: the same everywhere and for ever, for what is counted by it is kept. */
const hashOf = (text: string, start: number): number => {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** Where a list is counted, and by which print. */
export const placeOfList = (id: string): { readonly place: number; readonly print: number } => ({
  place: hashOf(id, 0x811c9dc5) % places,
  print: 1 + (hashOf(id, 0x2f0b4c47) % prints),
});

/** How many records were counted at a place, and the sum of their prints. */
export type Counted = { readonly records: number; readonly prints: number };

/**
 * Whether each of the lists that share a place was named by some record, in the order given; undefined where others were
 * counted there too, or more than two share it, and it cannot be told.
 */
export const namedAt = (wanted: readonly { readonly print: number }[], { records, prints }: Counted) => {
  if (records === 0) return wanted.map(() => false);
  const [one, two, ...more] = wanted;
  const untold = wanted.map(() => undefined);
  if (one === undefined || more.length > 0) return untold;
  if (two === undefined) return prints === records * one.print ? [true] : untold;
  const ofTwo = (prints - records * one.print) / (two.print - one.print);
  if (!Number.isInteger(ofTwo) || ofTwo < 0 || ofTwo > records) return untold;
  return [ofTwo < records, ofTwo > 0];
};
