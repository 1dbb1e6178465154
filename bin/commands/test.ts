import { type Command, refused, type Said, said } from '../command.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { tryFixtures } from '../rules-test.ts';

/** Judges all fixtures, or those of rules or fixtures whose name contains `filter`. */
export const test = async (root: string, filter?: string): Promise<Said> => {
  const { facts, files, fixtures, faults } = await load(root);
  if (faults.length > 0) return refused(faultLines(faults));
  const tried = tryFixtures(files, fixtures, facts, filter);
  const wrong = tried.filter((one) => one.wrong !== undefined);
  const lines = wrong.map(({ rule, name, wrong: how }) => `${rule}  ${name}\n  ${how}\n`).join('');
  const total = `${tried.length} fixtures, ${wrong.length} wrong\n`;
  if (tried.length === 0) return refused(`no fixture matches ${filter}\n`);
  return wrong.length === 0 ? said(total) : refused(`${lines}${total}`);
};

export const testCommand: Command = {
  name: 'test',
  usage: [['test [FILTER]', 'judge all fixtures (of rules or fixtures whose name contains FILTER)']],
  takes: [0, 1],
  run: ({ root, arguments: [filter] }) => test(root, filter),
};
