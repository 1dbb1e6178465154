import { readFileSync } from 'node:fs';
import type { Contract } from '../events/contract.ts';
import { normalise } from '../events/normalise.ts';
import { compiledJudge } from '../rules/engine/judge.ts';

export type Sample = Readonly<Record<string, unknown>>;

/** Records of a sample that can be read, as they stand in its file; and whether each breaks a rule by itself. */
const readSamples = (contract: Contract, which: 'clean' | 'faulty') => {
  const file = new URL(`../events/samples/${contract.kind}.${which}.json`, import.meta.url);
  const { records } = JSON.parse(readFileSync(file, 'utf8')) as { readonly records: readonly Sample[] };
  const judge = compiledJudge(contract.kind);
  return normalise(contract, records).records.map(({ row, record }) => ({
    sample: records[row - 1]!,
    isViolating: judge({ record }).some(({ verdict }) => verdict === 'violation'),
  }));
};

/**
 * What records are made after: those that break no rule, and those that do. Where a kind's samples break only rules that
 * count over many records, any faulty sample counts as one that does.
 */
export const samplesOf = (contract: Contract): Readonly<Record<'clean' | 'violating', readonly Sample[]>> => {
  const [clean, faulty] = [readSamples(contract, 'clean'), readSamples(contract, 'faulty')];
  const violating = faulty.filter(({ isViolating }) => isViolating);
  const only = (all: typeof clean) => all.map(({ sample }) => sample);
  return { clean: only(clean), violating: only(violating.length > 0 ? violating : faulty) };
};
