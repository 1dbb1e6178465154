import type { AnyRecord } from '../../events/contract.ts';
import { judgeDraft } from '../engine/draft.ts';
import type { Fixture } from '../engine/fixture.ts';
import type { Rule } from '../engine/rule.ts';
import type { FactSource, Facts } from '../facts/fact.ts';
import type { Lists } from '../facts/lists.ts';
import { type TallyOf, talliesOf } from '../facts/period.ts';
import type { Holdings } from '../holdings.ts';

/** The fixture of a rule per period, its records added up. */
export const addedUp = (fixture: Fixture, tally: TallyOf): Fixture => {
  const { records = [], record, ...rest } = fixture;
  return {
    ...rest,
    record: { ...record, records: records.length, tallies: talliesOf(records as readonly AnyRecord[], tally) },
  };
};

/** What facts read of a fixture. */
export const sourceOf = ({ record, holdings, lists }: Fixture): FactSource<AnyRecord> => ({
  record: record as AnyRecord,
  ...(holdings && { holdings: holdings as unknown as Holdings }),
  ...(lists && { lists: lists as Lists }),
});

/** The civil day (+08:00) whose law judges a fixture. */
export const lawDayOf = ({ on, record }: Pick<Fixture, 'on' | 'record'>, { lawDate }: Pick<Rule, 'lawDate'>): string =>
  on ?? String(record[lawDate]).slice(0, 10);

/** How a fixture comes out otherwise than it says, by all versions of its rule; undefined where it does as it says. */
export const faultOfFixture = (
  fixture: Fixture,
  versions: readonly Rule[],
  facts: Facts<never>,
): string | undefined => {
  const judgement = judgeDraft(versions, facts, sourceOf(fixture), fixture.on);
  const verdict = judgement?.verdict ?? 'not-in-force';
  if (verdict !== fixture.verdict) {
    const because = judgement?.because === undefined ? '' : `: ${judgement.because.zh} ${judgement.because.en}`;
    return `expected ${fixture.verdict}, found ${verdict}${because}`;
  }
  const [expected, found] = [fixture.missing, judgement?.missing].map((list) => list && [...list].sort().join(', '));
  return expected === undefined || expected === found ? undefined : `expected missing ${expected}, found ${found}`;
};
