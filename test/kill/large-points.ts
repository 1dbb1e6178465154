import type { Point } from './points.ts';

type Write = Pick<Point, 'writes' | 'not' | 'holds'> & { readonly name: string; readonly nth?: number };

/** The upload's own item, taken to a state. */
const moves = (name: string, state: string): Write => ({
  name,
  writes: ['\\|UPLOAD$'],
  holds: `"state":\\{"S":"${state}"\\}`,
});

const begins: readonly Write[] = [
  { name: 'the upload is announced', writes: ['\\|UPLOAD$'] },
  moves('the file is taken up', 'reading'),
  moves('the file is cut into slices', 'judging'),
  { name: 'a slice is judged', writes: ['\\|UPLOAD$'], holds: '"judged":\\{"M":\\{"\\d' },
  moves('all slices are judged', 'counting'),
  { name: 'recording begins', writes: ['\\|UPLOAD$', '^SUBMISSION#', '^CHAIN#'] },
];
/** Of a kind whose records count together. */
const counts: readonly Write[] = [
  { name: 'the first tracks are claimed', writes: ['^TRACK#'], not: ['^VIOLATION#'] },
  { name: 'the twentieth tracks are claimed', writes: ['^TRACK#'], not: ['^VIOLATION#'], nth: 20 },
  { name: 'the first holdings are written', writes: ['^HOLDINGS#'] },
  { name: 'the twentieth holdings are written', writes: ['^HOLDINGS#'], nth: 20 },
];
const ends: readonly Write[] = [
  { name: 'the first violations are written', writes: ['^VIOLATION#', '^TRACK#'] },
  { name: 'the third violations are written', writes: ['^VIOLATION#', '^TRACK#'], nth: 3 },
  { name: 'the submission is audited', writes: ['^FILED#', '^SUBMISSION#'] },
  moves('the upload is audited', 'audited'),
  { name: 'the copies are made', writes: ['\\|UPLOAD$'], holds: '\\\\"copies\\\\":\\{\\\\"state\\\\":\\\\"made' },
];

const bothSides = (writes: readonly Write[]): readonly Point[] =>
  writes.flatMap(({ name, nth = 1, ...write }) =>
    (['before', 'after'] as const).map((when) => ({ name: `${when} ${name}`, when, nth, ...write })),
  );

/** What happens to a file from its announcement to the end, in its order: each stage, and each side of each commit. */
export const filePoints = bothSides([...begins, ...ends]);
/** The same of a file of cards. */
export const cardFilePoints = bothSides([...begins, ...counts, ...ends]);
/** Once, in the middle of recording. */
export const midRecording: readonly Point[] = [
  { name: 'after the hundredth violations are written', when: 'after', nth: 100, writes: ['^VIOLATION#', '^TRACK#'] },
];
