import { expect, it } from 'vitest';
import { Principal } from '../../events/principal.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { type ReplayDeps, replaySubmissions } from '../../functions/replay-submissions/replay-submissions.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { maxHeld } from '../../rules/holdings.ts';

const rule = 'atfl.21.service-realname';
const published = catalogue.rules.filter(({ id }) => id === rule);
const turned = published.map((one) => ({ ...one, conditions: { not: one.conditions } }));

const aView = (id: string, over: Partial<SubmissionView> = {}): SubmissionView =>
  ({
    ...{ id, enterprise: 'E1', branchId: 'hk-1', region: '4601', sector: 'internet' },
    ...{ recordKind: 'internet-account', receivedAt: `2026-11-0${id}T00:00:00.000Z` },
    ...over,
  }) as SubmissionView;
const anAccount = (recordId: string, identityMethod: string) => ({
  row: 1,
  record: {
    ...{ recordId, identityMethod },
    activatedAt: '2023-10-05T10:00:00+08:00',
    verifiedAt: '2023-10-05T09:00:00+08:00',
  },
});
const views = [aView('3'), aView('2', { region: '4401' }), aView('1', { branchId: 'hk-2' })];
const deps = (over: Partial<ReplayDeps> = {}): ReplayDeps => ({
  ...{ kinds, current: 'now', isLate: () => false },
  factsOf: (kind) => factsByKind[kind]!,
  rulesOf: (name) => ({ now: published, other: turned })[name],
  audited: async (by, after, limit) =>
    'sector' in by && by.sector === 'internet'
      ? views.filter(({ receivedAt, id }) => after === undefined || `${receivedAt}#${id}` < after).slice(0, limit)
      : [],
  manifest: async (id) => ({ view: views.find((one) => one.id === id)!, countingGroup: 'g' }) as never,
  // A file's records come part by part.
  records: async function* () {
    yield [anAccount('a', 'id-document')];
    yield [anAccount('b', 'none')];
  },
  lists: async () => undefined,
  holdings: async () => [],
  ...over,
});
const author = Principal.parse({ sub: 'a', role: 'rule-author', sectors: 'internet', regions: '46' });

it('judges the submissions of the author’s sectors and regions again and counts what changes, by rule, enterprise and branch', async () => {
  const told = await replaySubmissions({ release: 'other' }, author, undefined, deps());
  expect(told).toMatchObject({ from: 'now', to: 'other', submissions: 2, records: 4, changed: 4, next: undefined });
  expect(told.rules).toEqual({ [rule]: { appears: 2, disappears: 2, changes: 0 } });
  expect(Object.keys(told.branches)).toEqual(['E1/hk-1', 'E1/hk-2']);
  expect(told.samples[0]).toEqual({
    ...{ enterprise: 'E1', branchId: 'hk-1', recordId: 'a', rule },
    ...{ from: 'compliant', to: 'violation', change: 'appears' },
  });
});

it('stops when it has taken long enough, and goes on from there until there are no more', async () => {
  const isLate = () => true;
  const first = await replaySubmissions({ release: 'other' }, author, undefined, deps({ isLate }));
  expect([first.submissions, first.next]).toEqual([1, '2026-11-03T00:00:00.000Z#3']);
  const rest = await replaySubmissions({ release: 'other' }, author, first.next, deps());
  expect([rest.submissions, rest.next]).toEqual([1, undefined]);
});

it('the same release changes nothing, another kind is left out, and what there is not is told', async () => {
  expect(await replaySubmissions({ release: 'now' }, author, undefined, deps())).toMatchObject({
    changed: 0,
    records: 4,
  });
  const cards = { release: 'other', recordKind: 'phone-card' };
  expect(await replaySubmissions(cards, author, undefined, deps())).toMatchObject({ submissions: 0 });
  const wrong = (asked: Parameters<typeof replaySubmissions>[0]) => replaySubmissions(asked, author, undefined, deps());
  await expect(wrong({ release: 'none' })).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
  await expect(wrong({ release: 'now', from: 'none' })).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
  await expect(wrong({ release: 'now', recordKind: 'fax' })).rejects.toEqual(
    expect.objectContaining({ code: 'UNKNOWN_RECORD_KIND' }),
  );
});

it('a card that its subject’s full holdings had no place for is judged as it was when it came in: beyond any limit', async () => {
  const limit = 'atfl.10.card-count-limit';
  const counted = catalogue.rules.filter(({ id }) => id === limit);
  const about = { subjectType: 'individual', cardKind: 'mobile', cardStatus: 'active' };
  const openedAt = '2023-03-06T09:00:00+08:00';
  const whose = { enterprise: 'E1', branchId: 'hk-1', submission: 's-1', sequence: '2023-04-01T00:00:00.000Z#s-1' };
  const cards = Array.from({ length: maxHeld }, (_, n) => ({
    ...{ ...whose, card: `k1:card-${n}`, recordKey: `r-${n}`, openedAt, record: { ...about, openedAt } },
  }));
  const own = { recordId: 'r-own', subjectId: 'k1:subject-a', msisdn: 'k1:card-own' };
  const told = await replaySubmissions(
    { release: 'other' },
    author,
    undefined,
    deps({
      manifest: async (id) => ({ view: aView(id, { recordKind: 'phone-card' }), countingGroup: 'g' }) as never,
      rulesOf: (name) =>
        ({ now: counted, other: counted.map((one) => ({ ...one, conditions: { not: one.conditions } })) })[name],
      records: async function* () {
        yield [{ row: 1, record: { ...own, ...about, openedAt: '2024-03-06T09:00:00+08:00' } }];
      },
      holdings: async () => [{ version: 1, cards }],
    }),
  );
  expect(told.samples[0]).toMatchObject({ recordId: 'r-own', rule: limit, from: 'violation', to: 'compliant' });
});
