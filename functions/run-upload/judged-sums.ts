import type { Counts } from '../../events/submission.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { countsOf, type JudgedRecord } from '../../rules/judged.ts';
import type { SliceInFile } from './put-together.ts';

const isViolating = ({ judgements }: JudgedRecord): boolean =>
  judgements.some(({ verdict }) => verdict === 'violation');

/** Adds up what was judged, part by part. */
export const tally = (rows: number) => {
  const counts = { ...countsOf([], rows) };
  const violating: number[] = [];
  return {
    add: (judged: readonly JudgedRecord[]): void => {
      const part = countsOf(judged, judged.length);
      counts.compliant += part.compliant;
      counts.violation += part.violation;
      counts.undetermined += part.undetermined;
      counts.notApplicable += part.notApplicable;
      counts.faults -= judged.length;
      for (const one of judged) if (isViolating(one)) violating.push(one.row);
    },
    /** Of a slice of which nothing need be judged again; by the order of `worstFirst`. */
    addSlice: ({ worst, records, violating: own, before }: SliceInFile): void => {
      const [violation, undetermined, compliant, notApplicable] = worst as [number, number, number, number];
      counts.violation += violation;
      counts.undetermined += undetermined;
      counts.compliant += compliant;
      counts.notApplicable += notApplicable;
      counts.faults -= records;
      for (const row of own) violating.push(before + row);
    },
    result: (): { readonly counts: Counts; readonly violating: readonly number[] } => ({
      counts,
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
