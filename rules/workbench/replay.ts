import type { Verdict } from '../../events/finding.ts';
import type { Spoken } from '../engine/closures.ts';

/** Whose record it was, as far as anybody knows. */
export type Whose = { readonly enterprise: string; readonly branchId: string; readonly recordId: string };

/** `none` where no law of the day speaks. */
export type Said = Verdict | 'none';

/** A verdict that another release changes. A violation appears or disappears; whatever else changes, changes. */
export type Changed = Whose & {
  readonly rule: string;
  readonly from: Said;
  readonly to: Said;
  readonly change: 'appears' | 'disappears' | 'changes';
};

export type ChangeCount = { appears: number; disappears: number; changes: number };

/** What a replay found: how many verdicts change, by rule, enterprise and branch, and the first of them. */
export type Replayed = {
  readonly records: number;
  readonly changed: number;
  readonly rules: Readonly<Record<string, ChangeCount>>;
  readonly enterprises: Readonly<Record<string, ChangeCount>>;
  readonly branches: Readonly<Record<string, ChangeCount>>;
  readonly samples: readonly Changed[];
};

/** So many changed verdicts are shown whole. */
export const samplesShown = 10;

const changeOf = (from: Said, to: Said): Changed['change'] =>
  to === 'violation' ? 'appears' : from === 'violation' ? 'disappears' : 'changes';

/** The verdicts on one record that are otherwise by the second judge. */
export const changesIn = (whose: Whose, before: readonly Spoken[], after: readonly Spoken[]): readonly Changed[] => {
  const changed: Changed[] = [];
  const tell = (rule: string, from: Said, to: Said) => {
    if (from !== to) changed.push({ ...whose, rule, from, to, change: changeOf(from, to) });
  };
  for (const { rule, verdict } of before) {
    tell(rule, verdict, after.find((one) => one.rule === rule)?.verdict ?? 'none');
  }
  for (const { rule, verdict } of after) {
    if (!before.some((one) => one.rule === rule)) tell(rule, 'none', verdict);
  }
  return changed;
};

const noChange = (): ChangeCount => ({ appears: 0, disappears: 0, changes: 0 });

/** Counts what changes, record by record. */
export const replayCount = () => {
  const tallies = { rules: {}, enterprises: {}, branches: {} } as Record<
    'rules' | 'enterprises' | 'branches',
    Record<string, ChangeCount>
  >;
  const samples: Changed[] = [];
  let [records, changed] = [0, 0];
  const count = (by: Record<string, ChangeCount>, name: string, change: Changed['change']): void => {
    by[name] ??= noChange();
    by[name][change] += 1;
  };
  return {
    add: (changes: readonly Changed[]): void => {
      records += 1;
      changed += changes.length;
      for (const one of changes) {
        count(tallies.rules, one.rule, one.change);
        count(tallies.enterprises, one.enterprise, one.change);
        count(tallies.branches, `${one.enterprise}/${one.branchId}`, one.change);
        if (samples.length < samplesShown) samples.push(one);
      }
    },
    result: (): Replayed => ({ records, changed, ...tallies, samples }),
  };
};

const summed = (
  a: Readonly<Record<string, ChangeCount>>,
  b: Readonly<Record<string, ChangeCount>>,
): Record<string, ChangeCount> => {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const [one, other] = [a[name] ?? noChange(), b[name] ?? noChange()];
      return [
        name,
        {
          appears: one.appears + other.appears,
          disappears: one.disappears + other.disappears,
          changes: one.changes + other.changes,
        },
      ];
    }),
  );
};

/** What two replays of different records found together. */
export const together = (a: Replayed, b: Replayed): Replayed => ({
  records: a.records + b.records,
  changed: a.changed + b.changed,
  rules: summed(a.rules, b.rules),
  enterprises: summed(a.enterprises, b.enterprises),
  branches: summed(a.branches, b.branches),
  samples: [...a.samples, ...b.samples].slice(0, samplesShown),
});

export const nothingReplayed: Replayed = {
  ...{ records: 0, changed: 0, samples: [] },
  ...{ rules: {}, enterprises: {}, branches: {} },
};
