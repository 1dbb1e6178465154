import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, refused, type Said, said } from '../command.ts';
import { kindsAndFacts } from '../rules-files.ts';

/** A version that loads only once its author has said what the law says: every text is still to be written. */
const versionOf = (law: string, duty: string, recordKind: string, lawDate: string, fact: string) => ({
  id: `${law}.${duty}`,
  obligation: '',
  title: { zh: '', en: '' },
  recordKind,
  lawDate,
  sources: [{ instrument: '', article: duty.split('.')[0]! }],
  effective: { from: '' },
  revision: 1,
  severity: 'major',
  parameters: {},
  appliesWhen: { all: [{ fact, operator: '', value: null }] },
  conditions: { all: [{ fact, operator: '', value: null }] },
  penalties: [],
  remedy: { zh: '', en: '' },
  notEncoded: [],
});

const fixturesOf = (lawDate: string) => ({
  base: { recordId: 'r-1', [lawDate]: '' },
  cases: ['compliant', 'violation', 'undetermined', 'not-applicable', 'not-in-force'].map((verdict) => ({
    name: '',
    verdict,
    with: {},
  })),
});

/** Writes the folder of a new rule; refuses where there is one already, or a name says no article and duty. */
const scaffold = async (root: string, name: string, kind: string, from: string, law: string): Promise<Said> => {
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(name)) {
    return refused(
      `名称应为“条号.义务”，如 33.notify-users。\nA rule is named ARTICLE.DUTY, such as 33.notify-users, not ${name}\n`,
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(Date.parse(from))) {
    return refused(`--from is the civil day from which it is law, YYYY-MM-DD, not ${from}\n`);
  }
  const { kinds, facts } = await kindsAndFacts(root);
  const contract = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (contract === undefined)
    return refused(`there is no record kind ${kind}; there are: ${Object.keys(kinds).join(', ')}\n`);
  const folder = join('rules/sets', law, name);
  if (existsSync(join(root, folder))) return refused(`${folder} is there already\n`);
  mkdirSync(join(root, folder), { recursive: true });
  const [lawDate] = contract.lawDates as readonly string[];
  const rule = { ...versionOf(law, name, kind, lawDate!, Object.keys(facts[kind]!)[0]!), effective: { from } };
  const write = (file: string, json: unknown) =>
    writeFileSync(join(root, folder, file), `${JSON.stringify(json, null, 2)}\n`);
  write(`${from}.r1.json`, rule);
  write('fixtures.json', fixturesOf(lawDate!));
  return said(
    `${folder}/${from}.r1.json\n${folder}/fixtures.json\n` +
      `空着的都要写：lint ${law}.${name} 会逐项指出。\n` +
      `Whatever is empty is to be written: lint ${law}.${name} names each.\n`,
  );
};

const text = { type: 'string' } as const;

export const newCommand: Command = {
  name: 'new',
  usage: [['new ARTICLE.DUTY --kind K --from DATE [--law atfl]', 'the folder of a new rule, to be filled in']],
  options: { kind: text, from: text, law: { ...text, default: 'atfl' } },
  takes: [1, 1],
  run: async ({ root, arguments: [name], options: { kind, from, law } }) =>
    typeof kind === 'string' && typeof from === 'string'
      ? scaffold(root, name!, kind, from, String(law))
      : refused('a new rule wants its --kind and the day --from which it is law\n'),
};
