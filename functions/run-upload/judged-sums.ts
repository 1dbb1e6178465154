import type { Counts } from '../../events/submission.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { type JudgedRecord, recordCounts } from '../../rules/judged.ts';
import type { SliceInFile } from './put-together.ts';

const isViolating = ({ judgements }: JudgedRecord): boolean =>
  judgements.some(({ verdict }) => verdict === 'violation');

/** Adds up what was judged, part by part. */
export const tally = (rows: number) => {
  const sum = recordCounts(rows);
  const violating: number[] = [];
  return {
    add: (judged: readonly JudgedRecord[]): void => {
      sum.add(judged);
      for (const one of judged) if (isViolating(one)) violating.push(one.row);
    },
    /** Of a slice of which nothing need be judged again. */
    addSlice: ({ worst, violating: own, before }: SliceInFile): void => {
      for (const [place, records] of worst.entries()) sum.addByWorst(place, records);
      for (const row of own) violating.push(before + row);
    },
    result: (): { readonly counts: Counts; readonly violating: readonly number[] } => ({
      counts: sum.counts(),
      violating: violating.sort((a, b) => a - b),
    }),
  };
};

/** What the lists said of one part after another; each value once. */
export const saidTogether = () => {
  const all = new Map<string, Map<string, NonNullable<Lists[keyof Lists]>[number]>>();
  return {
    add: (lists: Lists): void => {
      for (const [list, entries] of Object.entries(lists)) {
        const known = all.get(list) ?? new Map();
        all.set(list, known);
        for (const entry of entries) known.set(JSON.stringify(entry), entry);
      }
    },
    all: (): Lists => Object.fromEntries([...all].map(([list, entries]) => [list, [...entries.values()]])),
  };
};
