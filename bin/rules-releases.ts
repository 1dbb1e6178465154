import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { versionOf } from '../rules/engine/rule.ts';
import { digestOf, type FileFault, type RuleFile } from './rules-files.ts';

/** An immutable set of rule versions, as `rules/releases/<name>.json` keeps it. */
const FrozenRelease = z.strictObject({
  name: z.string(),
  digest: z.string(),
  rules: z.array(z.strictObject({ id: z.string(), version: z.string(), digest: z.string() })),
});
type FrozenRelease = z.infer<typeof FrozenRelease>;

const inOrder = new Intl.Collator('en', { numeric: true });

const contents = (files: readonly RuleFile[]): FrozenRelease['rules'] =>
  files.map(({ rule, digest }) => ({ id: rule.id, version: versionOf(rule), digest }));

const frozen = (root: string): readonly FrozenRelease[] =>
  globSync('rules/releases/*.json', { cwd: root })
    .sort((a, b) => inOrder.compare(basename(a), basename(b)))
    .map((file) => FrozenRelease.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))));

/** A release that no longer lists what its digest was taken of would let changed files through. */
const releaseFaults = ({ name, digest, rules }: FrozenRelease): FileFault[] =>
  digestOf(rules) === digest
    ? []
    : [
        {
          file: `rules/releases/${name}.json`,
          code: 'RELEASE_CHANGED',
          pointer: '/rules',
          cause: { zh: '发布清单与其摘要不符。', en: 'What it lists is not what its digest says.' },
          fix: { zh: '恢复该文件。', en: 'Restore it.' },
        },
      ];

/** Releases that have changed, and files that a release has published and that have changed or gone since. */
export const changedSinceRelease = (root: string, files: readonly RuleFile[]): readonly FileFault[] => {
  const now = new Map(contents(files).map(({ id, version, digest }) => [`${id} ${version}`, digest]));
  const releases = frozen(root);
  const faults = releases.flatMap(({ name, rules }) =>
    rules.flatMap(({ id, version, digest }): FileFault[] => {
      const found = now.get(`${id} ${version}`);
      if (found === digest) return [];
      const [law, ...duty] = id.split('.');
      return [
        {
          file: `rules/sets/${law}/${duty.join('.')}/${version}.json`,
          code: 'RELEASED_FILE_CHANGED',
          pointer: '',
          cause: {
            zh: `已随 ${name} 发布，内容${found === undefined ? '被删除或改名' : '被改动'}。`,
            en: `It was published in ${name} and has ${found === undefined ? 'gone' : 'changed'}.`,
          },
          fix: {
            zh: '恢复该文件；更正写成下一个 .rN，法律修改写成新的生效日期。',
            en: 'Restore it; a correction is the next .rN, an amendment a file with the new date.',
          },
        },
      ];
    }),
  );
  return [...releases.flatMap(releaseFaults), ...new Map(faults.map((fault) => [fault.file, fault])).values()];
};

/** What an audit by these files says it used: the newest release where it is exactly that, a draft after it otherwise. */
export const releaseOf = (
  root: string,
  files: readonly RuleFile[],
): { readonly name: string; readonly digest: string } => {
  const digest = digestOf(contents(files));
  const newest = frozen(root).at(-1);
  return { name: newest?.digest === digest ? newest.name : `${newest?.name ?? '0'}-draft`, digest };
};

/** Freezes what there is under a name that is newer than every other; false where the name is not, or nothing changed. */
export const freeze = (
  root: string,
  name: string,
  files: readonly RuleFile[],
): 'frozen' | 'not-newer' | 'no-change' => {
  const newest = frozen(root).at(-1);
  if (newest !== undefined && inOrder.compare(name, newest.name) <= 0) return 'not-newer';
  const rules = contents(files);
  const digest = digestOf(rules);
  if (newest?.digest === digest) return 'no-change';
  mkdirSync(join(root, 'rules/releases'), { recursive: true });
  const release: FrozenRelease = { name, digest, rules };
  writeFileSync(join(root, 'rules/releases', `${name}.json`), `${JSON.stringify(release, null, 2)}\n`);
  return 'frozen';
};
