import { expect } from 'vitest';
import type { Journey } from './journeys.ts';
import { company, officer, staff, type World } from './world.ts';

const rule = 'atfl.30.reminder-coverage';
const branchId = company.branches[1]!.id;
const periodId = `#${branchId}#2023-Q3`;

const event = (n: number, isReminded: boolean) => {
  const at = '2023-08-10T10:00:00+08:00';
  const of = { recordId: `journey-event-${n}`, eventCompletedAt: at, eventType: 'transfer', channel: 'app' };
  return { ...of, reminderShown: isReminded, shownAt: isReminded ? at : null };
};

const go = async (world: World): Promise<void> => {
  const us = world.as(staff());
  const submit = async (records: readonly object[], query = '') => {
    const body = { recordKind: 'user-reminder', branchId, period: { from: '2023-07-01', to: '2023-09-30' }, records };
    const { body: audit } = await us.post(`/v1/submissions${query}`, body);
    const found = audit.findings.find((one: { rule: string }) => one.rule === rule);
    return { counts: audit.counts, found: [found.recordId, found.row, found.verdict] };
  };
  const reviewed = async () => {
    const { body } = await world
      .as(officer())
      .get(`/v1/violations?rule=${rule}&branch=${branchId}&enterprise=${company.uscc}`);
    return body.items.map((one: Record<string, string>) => [one.recordId, one.remedy]);
  };

  const dry = await submit([event(1, true), event(2, false)], '?dryRun=true');
  expect(await reviewed()).toEqual([]);
  const sent = await submit([event(1, true), event(2, false)]);
  expect(sent).toEqual(dry);
  expect(sent.found).toEqual([periodId, 0, 'violation']);
  // Records are counted, not what was found of their quarter.
  expect(sent.counts).toMatchObject({ records: 2, violation: 1, compliant: 1 });
  expect(await reviewed()).toEqual([[periodId, 'outstanding']]);
  expect((await submit([event(1, true), event(2, true)])).found).toEqual([periodId, 0, 'compliant']);
  expect(await reviewed()).toEqual([[periodId, 'self-reported']]);
};

export const periodsJourney: Journey = {
  name: 'what a branch reports of a quarter is judged as a whole, and put right by a correction of one record',
  go,
};
