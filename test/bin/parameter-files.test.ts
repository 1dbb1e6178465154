import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const rule = 'atfl.12.iot-abnormal-use-in-time';
const file = 'rules/parameters/46-hainan.json';

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
  mkdirSync(`${copy.root}/rules/parameters`, { recursive: true });
});
afterEach(() => copy.end());

const override = { rule, parameter: 'actionHours', value: 12, from: '2024-01-01', source: 'a notice of the province' };
const hainan = {
  id: '46-hainan',
  authority: 'hainan-telecom',
  sectors: ['telecom'],
  regions: ['46'],
  overrides: [override],
};
type File = { readonly [key: string]: unknown };
const write = (set: File, name = file) => copy.write(name, JSON.stringify(set));

/** What the build says of the file, each fault as place, code, what was found and the fix. */
const toldOf = async (set: File): Promise<(readonly string[])[]> => {
  write(set);
  const { status, stderr } = await copy.run('build');
  expect(status).toBe(1);
  return stderr
    .split(/^(?=rules\/)/m)
    .map((text) => [...(/^\S+ (\S+) {2}(\w+)(?: {2}(.*))?$/m.exec(text) ?? []).slice(1)].map(String));
};

/** Judges one record, eighteen hours from alert to measure, by the generated code of the copy. */
const judgedAt = (region: string, sector: string, windowEnd = '2024-05-31') => {
  const record = {
    recordId: 'r-1',
    windowEnd: `${windowEnd}T23:00:00+08:00`,
    deviceIdsSeen: ['k1:device-a', 'k1:device-b'],
    boundDeviceIds: ['k1:device-a'],
    alertRaisedAt: '2023-05-10T08:00:00+08:00',
    action: 'suspend',
    actionAt: '2023-05-11T02:00:00+08:00',
  };
  const { verdict, parameters, version, because } = JSON.parse(
    copy.evaluate(
      `import { compiledJudge } from './rules/engine/judge.ts';
       const at = ${JSON.stringify({ region, sector })};
       const judged = compiledJudge('iot-usage', { at })({ record: ${JSON.stringify(record)} });
       console.log(JSON.stringify(judged.find(({ rule }) => rule === '${rule}')));`,
    ),
  );
  return [verdict, parameters, version, because?.en];
};

it('a default that an authority has set is judged by where and when it holds, and the finding says so', async () => {
  write(hainan);
  expect(await copy.run('build')).toMatchObject({ status: 0 });
  const here = judgedAt('4601', 'telecom');
  expect(here.slice(0, 3)).toEqual(['violation', '46-hainan', '2022-12-01.r1']);
  expect(here[3]).toContain('at most 12');
  const byDefault = ['compliant', undefined, '2022-12-01.r1', undefined];
  expect(judgedAt('4401', 'telecom')).toEqual(byDefault);
  expect(judgedAt('4601', 'bank')).toEqual(byDefault);
  expect(judgedAt('4601', 'telecom', '2023-12-31')).toEqual(byDefault);
  expect(judgedAt('4601', 'telecom', '2024-01-01')[0]).toBe('violation');
});

it('what law or ministry has fixed is nobody else’s to set', async () => {
  const maxCards = { ...override, rule: 'atfl.10.card-count-limit', parameter: 'maxCards', value: 4 };
  expect(await toldOf({ ...hainan, overrides: [maxCards] })).toEqual([
    ['/overrides/0/parameter', 'NOT_OURS_TO_SET', 'maxCards'],
  ]);
});

it('a misspelt rule or parameter, another type, and days that end before they begin are told by place', async () => {
  const overrides = [
    { ...override, rule: `${rule}s` },
    { ...override, parameter: 'actionHour' },
    { ...override, parameter: 'overQuotaFactor', value: '12' },
    { ...override, from: '2023-01-01', until: '2022-12-31' },
  ];
  expect((await toldOf({ ...hainan, overrides })).map(([at, code]) => [at, code])).toEqual([
    ['/overrides/0/rule', 'UNKNOWN_RULE'],
    ['/overrides/1/parameter', 'UNKNOWN_PARAMETER'],
    ['/overrides/2/value', 'PARAMETER_TYPE'],
    ['/overrides/3/until', 'ENDS_BEFORE_IT_BEGINS'],
  ]);
});

it('of two overrides of one parameter the later in the file holds, so that nothing set before is edited', async () => {
  write({ ...hainan, overrides: [override, { ...override, value: 20, from: '2025-01-01' }] });
  expect(await copy.run('build')).toMatchObject({ status: 0 });
  expect(judgedAt('46', 'telecom', '2024-12-31')[0]).toBe('violation');
  expect(judgedAt('46', 'telecom', '2025-01-01').slice(0, 2)).toEqual(['compliant', '46-hainan']);
});

it('a value that a fact never has is refused', async () => {
  const types = {
    ...override,
    rule: 'atfl.15.customer-identified',
    parameter: 'ownedTypes',
    value: ['enterprises'],
  };
  const sets = { ...hainan, sectors: ['bank'], overrides: [types] };
  expect((await toldOf(sets)).map(([at, code]) => [at, code])).toEqual([['/overrides', 'VALUE_OUTSIDE_DOMAIN']]);
});

it('two sets for one sector and region are refused, and so is a file under another name', async () => {
  write(hainan, 'rules/parameters/46-another.json');
  const all = await toldOf(hainan);
  expect(all.map(([at, code]) => [at, code])).toEqual([
    ['/id', 'MISPLACED'],
    ['/regions', 'SETS_OVERLAP'],
  ]);
});

it('what is malformed is told by its place', async () => {
  expect(await toldOf({ ...hainan, regions: ['99'], overrides: [{ ...override, from: '2023-02-30' }] })).toEqual([
    ['/regions/0', 'PARAMETERS_SHAPE', 'undefined'],
    ['/overrides/0/from', 'PARAMETERS_SHAPE', 'undefined'],
  ]);
});
