/** A moment at which the host is killed: right before or right after the write that touches such keys is on disk. */
export type Point = {
  readonly name: string;
  readonly when: 'before' | 'after';
  /** Patterns of `pk|sk`: each must match one of the keys written together … */
  readonly writes: readonly string[];
  /** … and none of these any. */
  readonly not?: readonly string[];
  /** A pattern of what is written, one value of which it must match. */
  readonly holds?: string;
  /** Which such write since the point was armed, from 1. */
  readonly nth: number;
};

type Write = Pick<Point, 'writes' | 'not'> & { readonly name: string; readonly nth?: number };

const writes: readonly Write[] = [
  { name: 'the idempotency key is claimed', writes: ['^IDEMPOTENCY#'] },
  { name: 'a submission begins recording', writes: ['^SUBMISSION#', '^CHAIN#'], not: ['^FILED#'] },
  { name: 'records’ tracks are claimed', writes: ['^TRACK#'], not: ['^VIOLATION#', '^HOLDINGS#'] },
  { name: 'records’ tracks are claimed and tallied', writes: ['^TRACK#', '^TALLY#'] },
  { name: 'a period is judged', writes: ['^TRACK#[^#]+#[^#]+##'] },
  { name: 'a period is judged and its violation moved', writes: ['^TRACK#[^#]+#[^#]+##', '^VIOLATION#'] },
  { name: 'holdings are updated', writes: ['^HOLDINGS#'] },
  { name: 'holdings are updated a second time', writes: ['^HOLDINGS#'], nth: 2 },
  { name: 'the first batch of violations is written', writes: ['^VIOLATION#', '^TRACK#'] },
  { name: 'the second batch of violations is written', writes: ['^VIOLATION#', '^TRACK#'], nth: 2 },
  { name: 'a submission becomes audited', writes: ['^FILED#', '^SUBMISSION#'] },
  { name: 'a violation is settled', writes: ['^VIOLATION#'], not: ['^TRACK#'] },
  { name: 'a notice is made', writes: ['^NOTICE'] },
  { name: 'a second notice is made', writes: ['^NOTICE'], nth: 2 },
  { name: 'a consumer marks an entry done', writes: ['^MARK#'] },
  {
    name: 'a journal entry is dispatched',
    writes: ['^JOURNAL#'],
    not: ['^SUBMISSION#', '^TRACK#', '^HOLDINGS#', '^NOTICE', '^MARK#'],
  },
  { name: 'an import of a list begins', writes: ['^LISTIMPORT#', '^LIST#'], not: ['^JOURNAL#'] },
  { name: 'entries of a list are written', writes: ['^LISTED#'] },
  { name: 'an import of a list counts', writes: ['^LISTIMPORT#', '^JOURNAL#'] },
  { name: 'what an import replaced is cleared', writes: ['^LISTED#'], nth: 2 },
  { name: 'an import of a list is finished', writes: ['^LISTIMPORT#'], not: ['^LIST#', '^LISTED#'] },
  { name: 'a delivery is noted', writes: ['^SUBSCRIPTION'] },
  ...uploadWrites(),
];

/** The writes of an upload from its announcement to its audit, in their order. */
function uploadWrites(): readonly Write[] {
  const names = [
    'an upload is announced',
    'an upload is taken up',
    'an upload’s bytes are fetched',
    'an upload is cut into slices',
    'a slice of an upload is judged',
    'an upload is judged',
    'an upload is counted',
    'an upload begins recording',
    'an upload is being recorded',
    'an upload is audited',
  ];
  return names.map((name, at) => ({ name, writes: ['\\|UPLOAD$'], nth: at + 1 }));
}

/** Each side of each commit, of each dispatch, of each holdings update, and between batches. */
export const points: readonly Point[] = writes.flatMap(({ name, nth = 1, ...write }) =>
  (['before', 'after'] as const).map((when) => ({ name: `${when} ${name}`, when, nth, ...write })),
);

/** Whether the write of these keys and values is one that the point speaks of. */
export const touches = (
  { writes: wanted, not = [], holds }: Point,
  keys: readonly string[],
  values: Iterable<string | undefined>,
): boolean => {
  const some = (pattern: string) => keys.some((key) => new RegExp(pattern).test(key));
  if (!wanted.every(some) || not.some(some)) return false;
  return holds === undefined || [...values].some((value) => value !== undefined && new RegExp(holds).test(value));
};
