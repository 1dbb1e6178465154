import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/15.customer-identified';
const law = `${folder}/2022-12-01.r2.json`;
const named = `${folder}/equivalent-mutants.json`;

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

const answerOf = async (...args: readonly string[]) => {
  const { status, stdout } = await copy.run(...args, '--json');
  return { status, ...JSON.parse(stdout) };
};

it('of the catalogue nothing is found, in words or as JSON', async () => {
  expect(await answerOf('lint')).toEqual({ status: 0, rules: expect.any(Number), problems: [] });
  expect(await answerOf('coverage', 'atfl.15.customer-identified')).toEqual({
    status: 0,
    rules: 1,
    values: { seen: 16, of: 16, percent: 100 },
    branches: { seen: 8, of: 8, percent: 100 },
    uncovered: [],
  });
  expect(await answerOf('mutate', 'atfl.15.customer-identified')).toEqual({
    status: 0,
    mutants: expect.any(Number),
    killed: expect.any(Number),
    equivalent: 1,
    survived: [],
  });
  expect(await copy.run('lint', 'atfl.15.customer-identified')).toEqual({
    status: 0,
    stdout: '1 rules, 0 problems\n',
    stderr: '',
  });
});

it('what a lost fixture leaves open is found by each of the three, with the rule and the place', async () => {
  const fixtures = JSON.parse(copy.textOf(`${folder}/fixtures.json`)) as { readonly verdict: string }[];
  const left = fixtures.filter(({ verdict }) => verdict !== 'not-in-force' && verdict !== 'undetermined');
  copy.write(`${folder}/fixtures.json`, JSON.stringify(left));
  const { status, problems } = await answerOf('lint');
  expect([status, problems.map(({ file, code, found }: Record<string, string>) => [file, code, found])]).toEqual([
    1,
    [
      [`${folder}/fixtures.json`, 'NO_FIXTURE_FOR_VERDICT', '2022-12-01.r2 undetermined'],
      [`${folder}/fixtures.json`, 'NO_FIXTURE_ON_DAY', '2022-12-01.r2 2022-11-30'],
    ],
  ]);
  expect(await answerOf('coverage')).toMatchObject({
    status: 1,
    uncovered: [
      { rule: 'atfl.15.customer-identified', version: '2022-12-01.r2', pointer: '/conditions/all/0', never: 'unknown' },
    ],
  });
  expect(await answerOf('mutate')).toMatchObject({
    status: 1,
    survived: [{ rule: 'atfl.15.customer-identified', name: '2022-12-01.r2 /effective/from -1 day' }],
  });
});

it('a lint tells of files that do not load; to the others they are in the way', async () => {
  copy.edit(law, (rule) => ({ ...rule, lawDate: 'activatedAt' }));
  expect(await answerOf('lint')).toMatchObject({
    status: 1,
    problems: [
      { file: law, code: 'UNKNOWN_LAW_DATE' },
      { file: law, code: 'VERSIONS_DIFFER' },
    ],
  });
  expect(await copy.run('mutate', '--json')).toMatchObject({ status: 1, stdout: '' });
});

it('a disputed figure may not make a rule more than advisory', async () => {
  copy.edit(law, (rule) => {
    const parameters = rule.parameters as Record<string, object>;
    const disputed = { ...parameters.minOwners, fixedBy: 'ministry-rule', status: 'disputed' };
    return { ...rule, parameters: { ...parameters, minOwners: disputed } };
  });
  expect(await answerOf('lint')).toMatchObject({ status: 1, problems: [{ file: law, code: 'DISPUTED_NOT_ADVISORY' }] });
});

it.each([
  ['/fixedBy', { fixedBy: undefined }],
  ['/status', { fixedBy: 'ministry-rule', status: undefined }],
])('a figure whose %s is missing says nothing of how sure it is, and the lint says so', async (at, without) => {
  copy.edit(law, (rule) => {
    const parameters = rule.parameters as Record<string, object>;
    return { ...rule, parameters: { ...parameters, minOwners: { ...parameters.minOwners, ...without } } };
  });
  expect(await answerOf('lint')).toMatchObject({
    status: 1,
    problems: expect.arrayContaining([
      expect.objectContaining({ file: law, code: 'CONFIDENCE_MISSING', pointer: `/parameters/minOwners${at}` }),
    ]),
  });
});

it('a fixture that fails by itself would kill every mutant, so it is put right first', async () => {
  copy.edit(`${folder}/fixtures.json`, (all) =>
    (all as unknown as object[]).map((one) => ({ ...one, verdict: 'violation' })),
  );
  expect(await copy.run('mutate', 'atfl.15')).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^\d+ fixtures are wrong: the command test says which\n$/),
  });
});

it('a mutant that is named as equivalent without being so fails, and so does a file of another shape', async () => {
  copy.write(
    named,
    JSON.stringify([{ mutant: '2022-12-01.r2 /conditions negated', reason: 'it is not equivalent at all' }]),
  );
  expect(await answerOf('mutate', 'atfl.15.customer-identified')).toMatchObject({
    status: 1,
    survived: [{ name: '2022-12-01.r2 /appliesWhen/all/0 dropped' }],
    misnamed: [{ name: '2022-12-01.r2 /conditions negated', why: 'killed' }],
  });
  copy.write(named, JSON.stringify([{ mutant: '2022-12-01.r2 /conditions negated' }]));
  expect(await answerOf('lint')).toMatchObject({
    status: 1,
    problems: [{ file: named, code: 'EQUIVALENT_SHAPE', pointer: '/0/reason' }],
  });
});

it('a filter that fits no rule is told', async () => {
  expect(await copy.run('lint', 'atfl.99')).toEqual({ status: 1, stdout: '', stderr: 'no rule matches atfl.99\n' });
});
