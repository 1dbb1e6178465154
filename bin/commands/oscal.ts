import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { catalogOf } from '../../rules/oscal/catalog.ts';
import { ruleWords } from '../../rules/workbench/rule-words.ts';
import { type Command, refused, type Said, said } from '../command.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { rulesOf, standing } from '../rules-releases.ts';

/** A release as an OSCAL catalog: the one that is named, or what judges now. */
const oscal = async (root: string, name: string | undefined, out: string | undefined): Promise<Said> => {
  const { facts, files, localParameters, faults } = await load(root);
  if (faults.length > 0) return refused(faultLines(faults));
  const { release: live, rules, releases, changes } = standing(root, files, localParameters);
  const frozen = releases.find((one) => one.name === (name ?? live.name));
  if (frozen === undefined && name !== undefined && name !== live.name) {
    const names = [...releases.map((one) => one.name), live.name];
    return refused(`there is no release ${name}; there are: ${names.join(', ')}\n`);
  }
  const on = changes.findLast(({ release }) => release === frozen?.name)?.on;
  const document = catalogOf(
    frozen ?? live,
    (frozen === undefined ? rules : rulesOf(frozen, files)).map(({ rule }) => rule),
    on === undefined ? new Date().toISOString() : `${on}T00:00:00+08:00`,
    {
      words: (rule) => ruleWords(rule, facts),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
    },
  );
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (out === undefined) return said(text);
  writeFileSync(out, text);
  return said(`${out}\n`);
};

export const oscalCommand: Command = {
  name: 'oscal',
  usage: [['oscal [RELEASE] [--out FILE]', 'a release as an OSCAL catalog, for other compliance tools']],
  options: { out: { type: 'string' } },
  takes: [0, 1],
  run: ({ root, arguments: [name], options }) => oscal(root, name, options.out as string | undefined),
};
