import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyRecord, Contract } from '../../events/contract.ts';
import { Principal } from '../../events/principal.ts';
import type { Enterprise, FilingDuty } from '../../events/registry.ts';
import { Submission } from '../../events/submission.ts';
import { checkFilings } from '../../functions/check-filings/check-filings.ts';
import { judgeDue } from '../../functions/check-filings/judge-due.ts';
import { checkingFilings, judgingDue } from '../../functions/check-filings/wire.ts';
import { visible } from '../../functions/list-violations/visible.ts';
import type { RecordDeps } from '../../functions/record-submission/deps.ts';
import { recordSubmission } from '../../functions/record-submission/record-submission.ts';
import { recording } from '../../functions/record-submission/wire.ts';
import { digest } from '../../functions/store/digest.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import type { Objects } from '../../functions/store/objects.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { talliesStore } from '../../functions/store/tallies.ts';
import { violationsStore } from '../../functions/store/violations.ts';
import { type SubmitDeps, submitRecords } from '../../functions/submit-records/submit-records.ts';
import { submitting } from '../../functions/submit-records/wire.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { hainan, notifier, uscc } from './journalled.ts';
import { aReminder, coverage, held, reminderLaw } from './reminder-law.ts';

const quarterly: FilingDuty = {
  id: 'reminders',
  recordKind: 'user-reminder',
  sectors: ['telecom'],
  regions: ['46'],
  period: 'quarter',
  dueDays: 15,
  from: '2026-01-01',
};
const aBranch = (id: string, over: object = {}) => ({ id, name: id, region: '4601', from: '2020-01-01', ...over });
const enterprise = (branches = [aBranch('hk-1'), aBranch('hk-2')]): Enterprise => ({
  uscc,
  name: '海南某通信有限公司',
  sectors: ['telecom'],
  countingGroup: 'group-a',
  branches,
});

let table: Opened;
beforeEach(async () => {
  table = await freshTable();
  await register(enterprise());
});
afterEach(() => table.close());

const register = (entry: Enterprise, registeredAt = '2026-10-01T00:00:00.000Z') =>
  registryStore(table.db, TABLE).load(
    { enterprises: [entry], authorities: [hainan], filingDuties: [quarterly] },
    registeredAt,
  );

const kept = new Map<string, Buffer>();
const objects: Objects = {
  put: async (key, body) => void kept.set(key, Buffer.from(body)),
  get: async (key) => kept.get(key)!,
};
let clock = Date.parse('2026-11-01T02:00:00Z');
/** A second later each time that somebody looks. */
const ticking = () => {
  clock += 1_000;
  return new Date(clock);
};
beforeEach(() => {
  clock = Date.parse('2026-11-01T02:00:00Z');
});

const recordDeps = (db = table.db): RecordDeps => ({
  ...recording(db, TABLE, objects).deps,
  lawOf: reminderLaw,
  now: ticking,
});
const submitDeps = (over: Partial<SubmitDeps> = {}): SubmitDeps => ({
  ...submitting({
    ...{ db: table.db, table: TABLE, records: objects, sealed: objects, sealKey: async () => '' },
    tokenise: (_: Contract, record: AnyRecord) => record,
  }),
  seal: async () => {},
  lawOf: reminderLaw,
  record: (id) => recordSubmission(id, recordDeps()),
  now: ticking,
  ...over,
});

type Over = { readonly branchId?: string; readonly withdraws?: readonly string[]; readonly period?: object };
const q4 = { from: '2026-10-01', to: '2026-12-31' };
const submit = async (records: readonly unknown[], over: Over = {}, dryRun = false, deps = submitDeps()) => {
  const nil = records.length === 0 && over.withdraws === undefined;
  const body = { recordKind: 'user-reminder', branchId: 'hk-1', period: q4, records, ...(nil && { nil }), ...over };
  const principal = Principal.parse({ sub: 's', role: 'enterprise', enterprise: uscc });
  return (
    await submitRecords(
      Submission.parse(JSON.parse(JSON.stringify(body))),
      digest(JSON.stringify(body)),
      principal,
      dryRun,
      deps,
    )
  ).audit;
};

const tallied = async (branchId = 'hk-1') => {
  const of = { enterprise: uscc, branchId, recordKind: 'user-reminder' };
  const months = await talliesStore(table.db, TABLE).monthTallies(of, '2026-01', '2027-12');
  return Object.fromEntries(
    [...months]
      .filter(([, { records }]) => records !== 0)
      .map(([month, { records, tallies }]) => [
        month,
        [records, tallies.reminded?.sum ?? 0, tallies.reminded?.unknown ?? 0],
      ]),
  );
};
/** What readers see of the periods' violations, in order. */
const violations = async () => {
  const store = violationsStore(table.db, TABLE);
  const [list] = store.partitionsOf({ by: 'enterprise', enterprise: uscc });
  const { submissions } = recording(table.db, TABLE, objects);
  const audited = async (ids: readonly string[]) =>
    (await submissions.manifests(ids)).map((manifest) => manifest?.view.status === 'audited');
  const seen = (await visible(await store.page(list!, undefined, 1_000), audited)).flatMap((one) => one ?? []);
  return seen
    .filter(({ rule }) => rule.startsWith('test.'))
    .map(({ rule, recordId, occurrence, remedy }) => [rule, recordId, occurrence, remedy])
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
};
const unreminded = (over: object = {}) => aReminder({ reminderShown: false, shownAt: null, ...over });
const inNovember = { eventCompletedAt: '2026-11-20T10:00:00+08:00' };

it('what a record adds is taken away again when it is corrected, moves to another month or branch, or is withdrawn', async () => {
  const [one, two, untold] = [aReminder(), unreminded(), aReminder({ reminderShown: undefined })];
  await submit([one, two, untold]);
  expect(await tallied()).toEqual({ '2026-10': [3, 1, 1] });
  await submit([one, { ...two, reminderShown: true }, { ...untold, reminderShown: false }]);
  expect(await tallied()).toEqual({ '2026-10': [3, 2, 0] });
  await submit([{ ...one, ...inNovember }]);
  expect(await tallied()).toEqual({ '2026-10': [2, 1, 0], '2026-11': [1, 1, 0] });
  await submit([{ ...two, reminderShown: true }], { branchId: 'hk-2' });
  expect(await tallied()).toEqual({ '2026-10': [1, 0, 0], '2026-11': [1, 1, 0] });
  expect(await tallied('hk-2')).toEqual({ '2026-10': [1, 1, 0] });
  await submit([], { withdraws: [one.recordId] });
  expect(await tallied()).toEqual({ '2026-10': [1, 0, 0] });
});

it('the month is China’s: an event of the last night of September in UTC is one of October', async () => {
  await submit([aReminder({ eventCompletedAt: '2026-09-30T17:00:00Z' })]);
  expect(await tallied()).toEqual({ '2026-10': [1, 1, 0] });
});

it('a month of which too few events were reminded of is a violation, and put right by the correction', async () => {
  const [one, two] = [aReminder(), unreminded()];
  const audit = await submit([one, two]);
  expect(audit.findings.filter(({ row }) => row === 0)).toMatchObject([
    { rule: coverage, recordId: '#hk-1#2026-10', verdict: 'violation', lawDate: '2026-10-31' },
    { rule: held, recordId: '#hk-1#2026-Q4', verdict: 'compliant', lawDate: '2026-12-31' },
  ]);
  expect(audit.counts).toMatchObject({ records: 2, faults: 0 });
  expect(await violations()).toEqual([[coverage, '#hk-1#2026-10', 1, 'outstanding']]);
  await submit([one, { ...two, reminderShown: true, shownAt: two.eventCompletedAt }]);
  expect(await violations()).toEqual([[coverage, '#hk-1#2026-10', 1, 'self-reported']]);
  await submit([unreminded()], { period: { from: '2026-10-01', to: '2026-10-31' } });
  expect(await violations()).toEqual([
    [coverage, '#hk-1#2026-10', 1, 'self-reported'],
    [coverage, '#hk-1#2026-10', 2, 'outstanding'],
  ]);
});

it('the months and branches that a record left are judged again too, but told in the findings of none but their own', async () => {
  const moving = unreminded();
  await submit([aReminder(), moving]);
  const audit = await submit([moving], { branchId: 'hk-2' });
  expect(await violations()).toEqual([
    [coverage, '#hk-1#2026-10', 1, 'self-reported'],
    [coverage, '#hk-2#2026-10', 1, 'outstanding'],
  ]);
  expect(audit.findings.filter(({ row }) => row === 0).map(({ recordId }) => recordId)).toEqual([
    '#hk-2#2026-10',
    '#hk-2#2026-Q4',
  ]);
  await submit([{ ...moving, ...inNovember }], { branchId: 'hk-2' });
  expect(await violations()).toEqual([
    [coverage, '#hk-1#2026-10', 1, 'self-reported'],
    [coverage, '#hk-2#2026-10', 1, 'self-reported'],
    [coverage, '#hk-2#2026-11', 1, 'outstanding'],
  ]);
});

/** Submits and dies after so many writes of the recording. */
const submitAndDie = async (records: readonly unknown[], over: Over, nth: number) => {
  const dying = dyingAt(table.table.endpoint, nth, 'after');
  const record = (id: string) => recordSubmission(id, { ...recordDeps(dying), now: ticking });
  await expect(submit(records, over, false, submitDeps({ record }))).rejects.toThrow('killed');
  dying.destroy();
};
/** Of the branch's own periods, those that an audit told of. */
const toldOfPeriods = ({ findings }: Awaited<ReturnType<typeof submit>>) => [
  ...new Set(findings.filter(({ row }) => row === 0).map(({ recordId }) => recordId)),
];

it('a month that a record left is judged once: what is said of the record later is no matter of that month', async () => {
  const moving = aReminder();
  await submit([aReminder(), moving]);
  expect(toldOfPeriods(await submit([{ ...moving, ...inNovember }]))).toContain('#hk-1#2026-10');
  const later = [{ ...moving, ...inNovember, reminderShown: false, shownAt: null }];
  expect(toldOfPeriods(await submit(later, {}, true))).toEqual(['#hk-1#2026-11', '#hk-1#2026-Q4']);
  expect(toldOfPeriods(await submit(later))).toEqual(['#hk-1#2026-11', '#hk-1#2026-Q4']);
});

it('a month left by a submission that a crash cut short is judged by the one that overtakes it', async () => {
  const moving = unreminded();
  await submit([aReminder(), moving]);
  const october = [coverage, '#hk-1#2026-10', 1];
  expect(await violations()).toEqual([[...october, 'outstanding']]);
  await submitAndDie([{ ...moving, ...inNovember }], {}, 1);
  const overtaking = await submit([{ ...moving, ...inNovember }], { period: { from: '2026-10-01', to: '2026-12-30' } });
  expect(toldOfPeriods(overtaking)).toContain('#hk-1#2026-10');
  expect(await violations()).toContainEqual([...october, 'self-reported']);
});

it('a dry run tells of the periods what recording then tells, and leaves nothing', async () => {
  const [one, two] = [aReminder(), unreminded()];
  await submit([one, two, aReminder()]);
  const changes: readonly (readonly [readonly object[], Over])[] = [
    [[{ ...two, reminderShown: true }, aReminder()], {}],
    [[{ ...two, ...inNovember }], {}],
    [[one], { branchId: 'hk-2' }],
    [[], { withdraws: [two.recordId] }],
  ];
  for (const [records, over] of changes) {
    const before = [await tallied(), await violations()];
    const dry = await submit(records, over, true);
    expect([await tallied(), await violations()]).toEqual(before);
    const real = await submit(records, over);
    expect(dry.findings).toEqual(real.findings);
    expect(dry.counts).toEqual(real.counts);
    expect(real.findings.some(({ row }) => row === 0)).toBe(true);
  }
});

it('nobody takes a period’s violation back as if it were a record of theirs', () => {
  const body = { recordKind: 'user-reminder', branchId: 'hk-1', period: q4, records: [], withdraws: ['#hk-1#2026-10'] };
  expect(Submission.safeParse(body).success).toBe(false);
});

it('a thousand records of many branches’ months are tallied in transactions that hold them', async () => {
  const days = Array.from(
    { length: 1_000 },
    (_, n) => `2026-${String((n % 12) + 1).padStart(2, '0')}-15T10:00:00+08:00`,
  );
  const year = { period: { from: '2026-01-01', to: '2026-12-31' } };
  await submit(
    days.map((eventCompletedAt) => aReminder({ eventCompletedAt })),
    year,
  );
  expect(Object.values(await tallied()).reduce((sum, [records]) => sum + records!, 0)).toBe(1_000);
});

it('killed before or after any of its writes and repeated, a submission counts nothing twice and ends the same', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= 8; nth += 1) {
      await table.close();
      table = await freshTable();
      await register(enterprise());
      const [one, two] = [aReminder(), unreminded()];
      await submit([one, two]);
      const dying = dyingAt(table.table.endpoint, nth, when);
      const record = (id: string) => recordSubmission(id, recordDeps(dying));
      const late = [{ ...two, ...inNovember }, unreminded()];
      await submit(late, {}, false, submitDeps({ record })).catch((error) => expect(error.message).toBe('killed'));
      dying.destroy();
      await submit(late);
      const told = `${when} ${nth}`;
      expect(await tallied(), told).toEqual({ '2026-10': [2, 1, 0], '2026-11': [1, 0, 0] });
      expect(await violations(), told).toEqual([
        [coverage, '#hk-1#2026-10', 1, 'outstanding'],
        [coverage, '#hk-1#2026-11', 1, 'outstanding'],
      ]);
    }
  }
});

it('until the submission is audited, nobody sees what it did to a period', async () => {
  const never = async (): Promise<never> => {
    throw new Error('killed');
  };
  const record = (id: string) => recordSubmission(id, { ...recordDeps(), commit: never });
  const late = unreminded();
  await submit([late], {}, false, submitDeps({ record })).catch((error) => expect(error.message).toBe('killed'));
  expect(await violations()).toEqual([]);
  await submit([late]);
  expect(await violations()).toEqual([[coverage, '#hk-1#2026-10', 1, 'outstanding']]);
});

it('who judges by tallies that have changed since they were read is refused, and looks again', async () => {
  const others = Array.from({ length: 20 }, () => aReminder());
  let reads = 0;
  const record = (id: string) => {
    const deps = recordDeps();
    const monthTallies: RecordDeps['monthTallies'] = async (...asked) => {
      const read = await deps.monthTallies(...asked);
      reads += 1;
      if (reads === 1) await submit(others);
      return read;
    };
    return recordSubmission(id, { ...deps, monthTallies });
  };
  const period = { from: '2026-10-01', to: '2026-10-31' };
  await submit([unreminded()], { period }, false, submitDeps({ record }));
  expect(reads).toBeGreaterThan(1);
  expect(await tallied()).toEqual({ '2026-10': [21, 20, 0] });
  expect(await violations()).toEqual([]);
});

/** What the periods of October must be held against, as its tallies stand. */
const wantedOf = async (...branches: readonly string[]) => {
  const open = await Promise.all(
    branches.map(async (branch) => {
      const [records, reminded] = (await tallied(branch))['2026-10'] ?? [0, 0];
      return records! > 0 && reminded! / records! < 0.9 ? [`#${branch}#2026-10`] : [];
    }),
  );
  return open.flat();
};
const openPeriods = async () =>
  (await violations())
    .filter(([rule, , , remedy]) => rule === coverage && remedy === 'outstanding')
    .map(([, id]) => id);

it('of submissions that touch a month side by side, with one dying on the way, the last tallies decide', async () => {
  for (let round = 0; round < 24; round += 1) {
    const [shared, ...others] = Array.from({ length: 12 }, () => aReminder());
    const wrong = { ...shared, reminderShown: false, shownAt: null };
    const whole = { from: '2026-10-01', to: `2026-12-${String(1 + (round % 28)).padStart(2, '0')}` };
    const month = { from: '2026-10-01', to: '2026-10-31' };
    const dying = dyingAt(table.table.endpoint, 1 + (round % 6), round % 2 === 0 ? 'before' : 'after');
    const record = (id: string) => recordSubmission(id, recordDeps(dying));
    const dies = submit([wrong], { period: month }, false, submitDeps({ record })).catch(() => {});
    // The same record at another branch, and what makes up for it at this one.
    await Promise.all([dies, submit([wrong], { branchId: 'hk-2' }), submit(others, { period: whole })]);
    dying.destroy();
    await submit([wrong], { period: month });
    const [here, there] = [await tallied(), await tallied('hk-2')];
    expect(here['2026-10']![0]! + (there['2026-10']?.[0] ?? 0), `round ${round}`).toBe(12 * (round + 1));
    expect(await openPeriods(), `round ${round}`).toEqual(await wantedOf('hk-1', 'hk-2'));
  }
});

const checkAt = (at: string, db = table.db) => {
  const now = () => new Date(at);
  const judging = { ...judgingDue(db, TABLE, now), lawOf: reminderLaw };
  return checkFilings({
    ...checkingFilings(db, TABLE, now),
    hasPeriods: (kind) => kind === 'user-reminder',
    judgeDue: (due, duties) => judgeDue(due, duties, judging),
  });
};
const streamOf = (branchId: string) => `filing-due#reminders_${uscc}_${branchId}_2026-10-01`;
const told = (branchId: string) => journalStore(table.db, TABLE).entriesOf(streamOf(branchId), '');
const dueAt = '2027-01-15T16:01:00Z';

it('a quarter without an event is a violation once its filing is due, filed as nil or not at all; told once', async () => {
  await submit([], { branchId: 'hk-2' });
  await checkAt('2027-01-15T16:00:59Z');
  expect(await violations()).toEqual([]);
  for (const at of [dueAt, '2027-01-15T17:00:00Z']) await checkAt(at);
  expect(await violations()).toEqual([
    [held, '#hk-1#2026-Q4', 1, 'outstanding'],
    [held, '#hk-2#2026-Q4', 1, 'outstanding'],
  ]);
  for (const branch of ['hk-1', 'hk-2']) {
    const entries = await told(branch);
    expect(entries.map(({ type }) => type)).toEqual(['periods.judged', 'violation.opened']);
    for (const entry of [...entries, ...entries]) await notifier(table.db)(entry);
  }
  const notices = await noticesStore(table.db, TABLE).after(hainan.id, 0, 100);
  expect(notices.map(({ type, rule, submission }) => [type, rule, submission])).toEqual([
    ['violation.opened', held, undefined],
    ['violation.opened', held, undefined],
  ]);
});

it('what was reported in time is no violation when the day comes, and what comes late puts it right', async () => {
  await submit([aReminder()]);
  await checkAt(dueAt);
  expect(await violations()).toEqual([[held, '#hk-2#2026-Q4', 1, 'outstanding']]);
  clock = Date.parse('2027-01-20T02:00:00Z');
  await submit([aReminder()], { branchId: 'hk-2' });
  expect(await violations()).toEqual([[held, '#hk-2#2026-Q4', 1, 'self-reported']]);
  await checkAt('2027-01-20T03:00:00Z');
  expect(await violations()).toEqual([[held, '#hk-2#2026-Q4', 1, 'self-reported']]);
});

it('once a period is due, taking back its only record is a violation at once', async () => {
  const only = aReminder();
  await submit([only]);
  await checkAt(dueAt);
  clock = Date.parse('2027-01-20T02:00:00Z');
  await submit([], { withdraws: [only.recordId] });
  expect(await violations()).toEqual([
    [held, '#hk-1#2026-Q4', 1, 'outstanding'],
    [held, '#hk-2#2026-Q4', 1, 'outstanding'],
  ]);
});

it('a branch that existed for a part of the quarter owes no event of it', async () => {
  await table.close();
  table = await freshTable();
  await register(enterprise([aBranch('new', { from: '2026-12-30' }), aBranch('gone', { to: '2026-12-30' })]));
  await checkAt(dueAt);
  expect(await violations()).toEqual([]);
});

it('what was due before its duty was registered is nobody’s violation: it could not have been reported', async () => {
  for (const [registeredAt, found] of [
    ['2027-01-15T15:59:59.999Z', 2],
    ['2027-01-15T16:00:00.000Z', 0],
  ] as const) {
    await table.close();
    table = await freshTable();
    await register(enterprise(), registeredAt);
    await checkAt(dueAt);
    expect(await violations()).toHaveLength(found);
  }
});

it('while something received in time is still being recorded, its branch is left to the next check', async () => {
  const never = async (): Promise<never> => {
    throw new Error('killed');
  };
  clock = Date.parse('2027-01-15T15:59:00Z');
  const event = aReminder();
  await submit([event], {}, false, submitDeps({ record: never })).catch(() => {});
  await checkAt(dueAt);
  expect(await violations()).toEqual([[held, '#hk-2#2026-Q4', 1, 'outstanding']]);
  await submit([event]);
  await checkAt('2027-01-15T17:01:00Z');
  expect(await violations()).toEqual([[held, '#hk-2#2026-Q4', 1, 'outstanding']]);
  expect((await told('hk-1')).map(({ type }) => type)).toEqual(['periods.judged']);
});

const resumed = async () => {
  const { submissions } = recording(table.db, TABLE, objects);
  for (const { view } of await submissions.recordingBefore('9')) await recordSubmission(view.id, recordDeps());
};

it('while a correction is half recorded, its branch’s periods are not judged by what it has changed so far', async () => {
  const event = aReminder();
  await submit([event]);
  clock = Date.parse('2027-01-15T16:00:30Z');
  await submitAndDie([aReminder()], { withdraws: [event.recordId] }, 1);
  await checkAt(dueAt);
  expect(await told('hk-1')).toEqual([]);
  expect((await told('hk-2')).map(({ type }) => type)).toEqual(['periods.judged', 'violation.opened']);
  await resumed();
  await checkAt('2027-01-15T17:01:00Z');
  expect((await told('hk-1')).map(({ type, detail }) => [type, detail.recording])).toEqual([
    ['periods.judged', undefined],
  ]);
});

it('a recording that nobody finishes is waited for three days, and the journal says that it was not waited for longer', async () => {
  clock = Date.parse('2027-01-16T02:00:00Z');
  await submitAndDie([aReminder()], {}, 1);
  await checkAt('2027-01-18T15:59:00Z');
  expect(await told('hk-1')).toEqual([]);
  await checkAt('2027-01-18T16:01:00Z');
  const [judged] = await told('hk-1');
  expect([judged!.type, judged!.detail.recording]).toEqual(['periods.judged', 1]);
});

it('killed before or after any of its writes and run again, twice at once, the check finds and tells each once', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= 6; nth += 1) {
      await table.close();
      table = await freshTable();
      await register(enterprise());
      const dying = dyingAt(table.table.endpoint, nth, when);
      await checkAt(dueAt, dying).catch((error) => expect(error.message).toBe('killed'));
      dying.destroy();
      await Promise.all(['17', '18'].map((hour) => checkAt(`2027-01-15T${hour}:00:00Z`)));
      expect(await violations(), `${when} ${nth}`).toEqual([
        [held, '#hk-1#2026-Q4', 1, 'outstanding'],
        [held, '#hk-2#2026-Q4', 1, 'outstanding'],
      ]);
      expect((await told('hk-1')).map(({ type }) => type)).toEqual(['periods.judged', 'violation.opened']);
    }
  }
});

it('any order of submissions ends in the tallies and verdicts of the final state', async () => {
  const records = Array.from({ length: 3 }, () => aReminder());
  const said = fc.record({
    of: fc.constantFrom(0, 1, 2),
    branchId: fc.constantFrom('hk-1', 'hk-2'),
    month: fc.constantFrom('2026-10', '2026-11'),
    reminderShown: fc.constantFrom(true, false),
    isWithdrawn: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (all) => {
      await table.close();
      table = await freshTable();
      await register(enterprise());
      const final = new Map<number, { branchId: string; month: string; shown: boolean }>();
      for (const { of, branchId, month, reminderShown, isWithdrawn } of all) {
        const { recordId } = records[of]!;
        const before = final.get(of);
        if (isWithdrawn && before !== undefined) {
          await submit([], { withdraws: [recordId], branchId: before.branchId });
          final.delete(of);
          continue;
        }
        const at = `${month}-10T10:00:00+08:00`;
        await submit([aReminder({ recordId, eventCompletedAt: at, shownAt: at, reminderShown })], { branchId });
        final.set(of, { branchId, month, shown: reminderShown });
      }
      const expected = (branch: string) => {
        const own = [...final.values()].filter(({ branchId }) => branchId === branch);
        return Object.fromEntries(
          [...Map.groupBy(own, ({ month }) => month)].map(([month, some]) => [
            month,
            [some.length, some.filter(({ shown }) => shown).length, 0],
          ]),
        );
      };
      const open = (await violations()).filter(([, , , remedy]) => remedy === 'outstanding');
      const wanted: unknown[] = [];
      for (const branch of ['hk-1', 'hk-2']) {
        expect(await tallied(branch)).toEqual(expected(branch));
        for (const [month, [of, reminded]] of Object.entries(expected(branch)))
          if (reminded! / of! < 0.9) wanted.push([coverage, `#${branch}#${month}`, 'outstanding']);
      }
      expect(open.map(([rule, recordId, , remedy]) => [rule, recordId, remedy])).toEqual(
        wanted.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      );
    }),
    { numRuns: 12 },
  );
});
