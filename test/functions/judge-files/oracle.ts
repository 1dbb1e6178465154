import type { Contract } from '../../../events/contract.ts';
import type { Judgement } from '../../../events/finding.ts';
import { normalise } from '../../../events/normalise.ts';
import { isTold } from '../../../functions/judge-files/found-lines.ts';
import { ruleOf } from '../../../functions/judge-files/task-runner.ts';
import { compiledJudge, type JudgeBy, periodLengths } from '../../../rules/engine/judge.ts';
import { tallies } from '../../../rules/facts/tallies.generated.ts';
import { type Holding, heldAfter } from '../../../rules/holdings.ts';
import { countsOf, findingsOf, type JudgedRecord, judgedPeriods } from '../../../rules/judged.ts';
import { periodRecord, periodsAround } from '../../../rules/period-records.ts';
import { added, type MonthTally, nothingTallied, shareOf, tallyOf } from '../../../rules/tally.ts';
import { contractOf, recordIn, type SomeFile } from './some-files.ts';

// The plain way: everything in memory, every record judged once, with all the cards that all files say.

const ever = { period: { from: '0001-01-01', to: '9999-12-31' }, mode: 'events' } as const;
const branch = { branchId: 'file', region: '', sector: '' };

const readFile = (file: SomeFile) => {
  const values = file.rows.map((row) => recordIn(file, row));
  const isBody = file.form === 'json' && file.period !== undefined;
  const span = isBody ? { period: file.period!, mode: file.mode } : ever;
  const { records, faults, warnings } = normalise(contractOf(file), values, span);
  const headingOf = (name: string) => (file.form === 'csv' ? contractOf(file).fields[name]!.zh : name);
  const unread = file.form === 'csv' ? 'TOO_MANY_CELLS' : 'MALFORMED_JSON';
  const told = faults.map(({ pointer, ...fault }) => {
    // What is no record at all is told of by whoever tried to read it.
    if (values[fault.row! - 1] === undefined) return { row: fault.row!, code: unread };
    return {
      ...{ ...fault, row: fault.row! },
      ...(fault.column !== undefined && { column: headingOf(fault.column) }),
      ...(file.form === 'json' && pointer !== undefined && { pointer }),
    };
  });
  return {
    file,
    rows: records,
    faults: told,
    warnings: warnings.map(({ column, row }) => ({ column: headingOf(column!), row: row! })),
    cells: warnings.map(({ message }) => message.zh.replace(/\d+ 行/, '')),
  };
};

type Read = ReturnType<typeof readFile>;

const withHoldings = (contract: Contract, files: readonly Read[]) => {
  // Of cards of one subject opened at one moment the one that stands first comes first.
  const placeOf = new Map<string, string>();
  const nameOf = (subject: string, card: string): string => {
    const of = JSON.stringify([subject, card]);
    const name = placeOf.get(of) ?? String(placeOf.size).padStart(9, '0');
    placeOf.set(of, name);
    return name;
  };
  const { holdings } = contract;
  const all = files.flatMap(({ rows }) => rows);
  if (holdings === undefined) return new Map(all.map(({ record }) => [record, { record }] as const));
  const placed = all.map(({ record }, place) => {
    const [subject, card, openedAt] = [record[holdings.subject], record[holdings.card], record[holdings.openedAt]];
    if (typeof subject !== 'string' || typeof card !== 'string' || typeof openedAt !== 'string') return { record };
    const holding: Holding = {
      ...{ card: nameOf(subject, card), enterprise: '', branchId: '', recordKey: record.recordId, submission: '' },
      ...{ sequence: String(place).padStart(12, '0'), openedAt },
      record: Object.fromEntries(holdings.keeps.map((name) => [name, record[name]])),
    };
    return { record, subject, holding };
  });
  const bySubject = Map.groupBy(placed, ({ subject }) => subject);
  return new Map(
    placed.map(({ record, subject, holding }) => {
      if (holding === undefined) return [record, { record }] as const;
      const cards = heldAfter(
        [],
        bySubject.get(subject)!.map((one) => one.holding!),
      );
      return [record, { record, holdings: { card: holding.card, cards } }] as const;
    }),
  );
};

const periodsOf = (contract: Contract, files: readonly Read[], by: JudgeBy): readonly (readonly JudgedRecord[])[] => {
  const tally = tallies[contract.kind];
  const lengths = periodLengths(contract.kind);
  if (tally === undefined || lengths.length === 0) return files.map(() => []);
  const months = new Map<string, MonthTally>();
  const first = new Map<string, number>();
  for (const [n, { rows }] of files.entries()) {
    for (const { record } of rows) {
      const share = shareOf(contract, tally, record, branch);
      if (share === undefined) continue;
      const { month } = share.place;
      months.set(month, added(months.get(month) ?? nothingTallied, tallyOf(share)));
      for (const { recordId } of periodsAround([share.place], lengths))
        if (!first.has(recordId)) first.set(recordId, n);
    }
  }
  const places = [...months.keys()].toSorted().map((month) => ({ ...branch, month }));
  const judged = judgedPeriods(periodsAround(places, lengths), branch.branchId, (one) =>
    compiledJudge(contract.kind, { ...by, per: one.per })({ record: periodRecord(one, months, false) }),
  );
  return files.map((_, n) => judged.filter(({ recordId }) => first.get(recordId) === n));
};

const versionCounts = (judgements: readonly Judgement[]) => {
  const order = ['violation', 'undetermined', 'compliant', 'not-applicable'];
  const counts: Record<string, number[]> = {};
  for (const { rule, version, verdict } of judgements) {
    counts[`${rule} ${version}`] ??= [0, 0, 0, 0];
    counts[`${rule} ${version}`]![order.indexOf(verdict)]! += 1;
  }
  return counts;
};

export const judgedPlainly = (files: readonly SomeFile[], byOf: (contract: Contract) => JudgeBy) => {
  const read = files.map(readFile);
  const byKind = Map.groupBy(read, ({ file }) => contractOf(file));
  const all: Judgement[] = [];
  const found = new Map(
    [...byKind].flatMap(([contract, ofKind]) => {
      const by = byOf(contract);
      const judge = compiledJudge(contract.kind, by);
      const sources = withHoldings(contract, ofKind);
      const periods = periodsOf(contract, ofKind, by);
      return ofKind.map((one, n) => {
        const judged = one.rows.map(
          ({ row, record }): JudgedRecord => ({
            row,
            recordId: record.recordId,
            judgements: judge(sources.get(record)!),
          }),
        );
        const whole = [...judged, ...periods[n]!];
        all.push(...whole.flatMap(({ judgements }) => judgements));
        const worth = whole.map(({ judgements, ...of }) => ({
          ...of,
          judgements: judgements.filter(({ verdict }) => isTold(verdict)),
        }));
        return [one, { counts: countsOf(judged, one.file.rows.length), findings: findingsOf(worth, ruleOf) }] as const;
      });
    }),
  );
  return {
    counts: versionCounts(all),
    files: read.map((one) => ({ ...found.get(one)!, faults: one.faults, warnings: one.warnings, cells: one.cells })),
  };
};
