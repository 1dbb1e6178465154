import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const rule = 'rules/sets/atfl/9.realname-registration/2022-12-01.r1.json';
const article = 'rules/penalties/atfl/39/2022-12-01.r1.json';

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
  // What is released may not be edited: here nothing is.
  copy.remove('rules/releases');
});
afterEach(() => copy.end());

const refusal = async () => {
  const { status, stdout, stderr } = await copy.run('build');
  return { status, stdout, lines: stderr.split('\n').filter((line) => line.startsWith('rules/')) };
};
const refused = (told: string) => ({ status: 1, stdout: '', lines: [told] });
const cite = (over: object) =>
  copy.edit(rule, (json) => ({
    ...json,
    penalties: [{ sector: 'telecom', article: '39', item: '2', express: true, ...over }],
  }));

it('a rule that cites an article, item or sector that no penalty file knows is refused with its place', async () => {
  cite({ article: '93' });
  expect(await refusal()).toEqual(refused(`${rule} /penalties/0/article  UNKNOWN_ARTICLE  93`));
  cite({ item: '7' });
  expect(await refusal()).toEqual(refused(`${rule} /penalties/0/item  UNKNOWN_ITEM  7`));
  expect((await copy.run('build')).stderr).toContain('There are: 1, 2, 3, 4, 5.');
  cite({ sector: 'bank' });
  expect(await refusal()).toEqual(refused(`${rule} /penalties/0/sector  NOT_LIABLE  bank`));
});

it('a penalty file that is malformed, or not where it says, is refused with its place', async () => {
  const whole = copy.textOf(article);
  copy.edit(article, (json) => ({ ...json, tiers: [{ tier: 'grave', measures: [], measuresAre: 'optional' }] }));
  expect((await refusal()).lines).toContain(`${article} /tiers/0/tier  PENALTY_SHAPE`);
  copy.write(article, '{');
  expect((await refusal()).lines).toContain(`${article}  NOT_JSON`);
  copy.write(article, whole);
  copy.edit(article, (json) => ({ ...json, effective: { from: '2023-02-30' } }));
  expect((await refusal()).lines).toContain(`${article} /effective/from  PENALTY_SHAPE`);
  copy.write(article, whole);
  copy.edit(article, (json) => ({ ...json, revision: 2 }));
  expect((await refusal()).lines).toEqual([`${article} /effective/from  MISPLACED`]);
});

it('a correction follows the file that it corrects, and takes its place', async () => {
  const corrected = (revision: number) => article.replace('r1', `r${revision}`);
  copy.edit(article, (json) => ({ ...json, revision: 3 }), corrected(3));
  expect((await refusal()).lines).toEqual([`${corrected(3)} /revision  REVISION_GAP`]);
  copy.edit(article, (json) => ({ ...json, revision: 2 }), corrected(2));
  expect((await copy.run('build')).status).toBe(0);
});

it('a fine whose minimum is above its maximum is refused', async () => {
  const fine = { kind: 'range', minYuan: 2, maxYuan: 1 };
  const tiers = [{ tier: 'base', fine, measures: [], measuresAre: 'optional' }];
  copy.edit(article, (json) => ({ ...json, tiers }));
  expect((await refusal()).lines).toContain(`${article} /tiers/0/fine/minYuan  PENALTY_SHAPE`);
});

it('the generated modules follow the files', async () => {
  const module = 'rules/generated/penalties.generated.ts';
  await copy.run('build');
  copy.edit(article, (json) => ({ ...json, note: 'another' }));
  const { status, stderr } = await copy.run('build', '--check');
  // The catalogue says which release it is, by a digest that covers penalties too.
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `not up to date, run npm run rules -- build:\n  rules/generated/catalogue.generated.ts\n  ${module}\n`,
  });
  expect((await copy.run('build')).status).toBe(0);
  expect(copy.textOf(module)).toContain('"note":"another"');
});
