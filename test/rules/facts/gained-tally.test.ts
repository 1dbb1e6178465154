import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../events/contract.ts';
import { normalise } from '../../../events/normalise.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { gained, sumOf, type TallyOf, tallied } from '../../../rules/facts/period.ts';
import { tallies } from '../../../rules/facts/tallies.generated.ts';
import {
  added,
  type MonthTally,
  nothingTallied,
  shareOf,
  summed,
  tallyChanges,
  tallyOf,
} from '../../../rules/tally.ts';

const contract = kinds['user-reminder']!;
const place = { branchId: 'hk-1', region: '4601', sector: 'telecom' };
const aRecord = (recordId: string, refused?: number): AnyRecord => ({
  ...{ recordId, refused },
  [contract.periodDate]: '2026-10-05T10:00:00+08:00',
});
const refusals = gained('refusals');
const before: TallyOf = () => ({ events: 1 });
const since: TallyOf = ({ refused }) => ({ events: 1, [refusals]: refused as number | undefined });
const share = (record: AnyRecord, tally: TallyOf) => shareOf(contract, tally, record, place)!;
const monthOf = (...parts: readonly ReturnType<typeof share>[]): MonthTally => summed(parts.map(tallyOf));

it('records counted before their kind gained a tally are unknown to it, however many told of it since', () => {
  const early = ['a', 'b', 'c'].map((id) => share(aRecord(id), before));
  const month = monthOf(...early, share(aRecord('d', 0), since), share(aRecord('e', 2), since));
  expect(tallied(monthOf(...early), refusals)).toEqual({ sum: 0, unknown: 3 });
  expect(tallied(month, refusals)).toEqual({ sum: 2, unknown: 3 });
  expect([sumOf(month, refusals), sumOf(month, 'events')]).toEqual([undefined, 5]);
});

it('where all have told of it, or there are none, it is known, also where its sum is nothing', () => {
  expect(sumOf(monthOf(share(aRecord('a', 0), since), share(aRecord('b', 0), since)), refusals)).toBe(0);
  expect(sumOf(monthOf(share(aRecord('a', 0), since), share(aRecord('b'), since)), refusals)).toBeUndefined();
  expect(sumOf(nothingTallied, refusals)).toBe(0);
});

it('a record reported again is known from then on, and taken back it leaves nothing', () => {
  const [early, again] = [share(aRecord('a', 1), before), share(aRecord('a', 1), since)];
  const whose = { enterprise: 'E1', recordKind: 'user-reminder' };
  const [change] = tallyChanges(whose, early, again);
  const month = added(monthOf(early), change!.adds);
  expect(tallied(month, refusals)).toEqual({ sum: 1, unknown: 0 });
  const [gone] = tallyChanges(whose, again, undefined);
  expect(tallied(added(month, gone!.adds), refusals)).toEqual({ sum: 0, unknown: 0 });
});

/** What each kind has counted of its records since there are tallies of it; digits are days, ages and places. */
const fromTheFirst: Readonly<Record<string, readonly string[]>> = {
  'call-traffic': ['blocked', 'detected', 'looked #-#-#'],
  'internal-control': ['established'],
  landline: ['audited #', 'audited untold', 'open'],
  'linked-account-check': ['answers #', 'list untold', 'prints #'],
  'monitoring-model': ['bank-account', 'payment-account', 'settlement'].flatMap((one) => [
    ...[`covered ${one}`, `offered ${one}`],
  ]),
  'payment-message': ['messages', 'wrong'],
  'publicity-event': ['for elderly', 'for young', 'held'],
  'risk-model-run': ['completed #-#-#'],
  'support-service-risk': [
    ...['ads', 'hosting', 'resolution'].flatMap((one) => [`monitored ${one}`, `offered ${one}`]),
    'service untold',
  ],
  training: ['held #-#-#', 'staff on #-#-#', 'trained by #-#-#', 'trainings'],
  'transaction-alert': ['lower', 'suspended'],
  'user-reminder': ['account-opening', 'other', 'transfer', 'untold'].flatMap((one) => [
    ...[`${one} events`, `${one} reminded`],
  ]),
};

it('what a kind counts that it has not counted from the first is a tally that it gained', () => {
  const late = Object.entries(tallies).flatMap(([kind, tally]) => {
    const rows = ['clean', 'faulty'].flatMap(
      (which) => JSON.parse(readFileSync(`events/samples/${kind}.${which}.json`, 'utf8')).records as unknown[],
    );
    const { records } = normalise(kinds[kind]!, rows, undefined);
    const names = [{ recordId: 'r' }, ...records.map(({ record }) => record)].flatMap((record) =>
      Object.keys(tally(record)).map((name) => name.replaceAll(/\d+/g, '#')),
    );
    // A kind that is not listed is new, and has no records from before.
    const first = fromTheFirst[kind] ?? names;
    return [...new Set(names)].filter((name) => !first.includes(name) && name !== gained(name.slice(1)));
  });
  expect(late).toEqual([]);
});
