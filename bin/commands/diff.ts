import { type Difference, diff } from '../../rules/workbench/diff.ts';
import { type Command, refused, type Said } from '../command.ts';
import { frozenReleases } from '../release-files.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { rulesOf } from '../rules-releases.ts';

const lines = ({ article, rule, version, text, details }: Difference): string =>
  [
    `第${article}条 Article ${article}  ${rule} ${version}`,
    `  ${text.zh}`,
    `  ${text.en}`,
    ...details.flatMap(({ zh, en }) => [`    ${zh}`, `    ${en}`]),
    '',
  ].join('\n');

/** What changes from one release to another; `files` names the rules as they stand on disk. */
const difference = async (root: string, from: string, to: string, isJson: boolean): Promise<Said> => {
  const { facts, files, faults } = await load(root);
  if (faults.length > 0) return refused(faultLines(faults));
  const releases = frozenReleases(root).found;
  const namesOfAll = [...releases.map(({ name }) => name), 'files'];
  const of = (name: string) => {
    const release = releases.find((one) => one.name === name);
    if (release !== undefined) return rulesOf(release, files).map(({ rule }) => rule);
    return name === 'files' ? files.map(({ rule }) => rule) : undefined;
  };
  const [before, after] = [of(from), of(to)];
  if (before === undefined || after === undefined) {
    return refused(`there is no release ${before === undefined ? from : to}; there are: ${namesOfAll.join(', ')}\n`);
  }
  const differences = diff(before, after, facts);
  if (isJson) return { status: 0, out: `${JSON.stringify({ from, to, differences }, null, 2)}\n` };
  return { status: 0, out: `${differences.map(lines).join('')}${differences.length} differences\n` };
};

export const diffCommand: Command = {
  name: 'diff',
  usage: [['diff RELEASE RELEASE [--json]', 'what changes, in words, by article (`files`: as they stand on disk)']],
  options: { json: { type: 'boolean' } },
  takes: [2, 2],
  run: ({ root, arguments: [from, to], options }) => difference(root, from!, to!, options.json === true),
};
