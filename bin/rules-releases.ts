import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../events/fault.ts';
import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import type { Difference } from '../rules/workbench/diff.ts';
import {
  contentsOf,
  digestsOf,
  type FrozenRelease,
  frozenReleases,
  inOrder,
  pathOf,
  type ReleaseState,
  releasesFolder,
  type StateChange,
  stateChanges,
  stateOf,
  statesFile,
} from './release-files.ts';
import type { RuleFile } from './rules-files.ts';

type Named = { readonly name: string; readonly digest: string };

/** What judges: the rules that are live, and those of a release that judges beside them unseen. */
export type Standing = {
  readonly release: Named;
  readonly rules: readonly RuleFile[];
  readonly shadow?: { readonly release: Named; readonly rules: readonly RuleFile[] };
  readonly releases: readonly (FrozenRelease & { readonly state: ReleaseState | 'draft' })[];
  readonly changes: readonly StateChange[];
};

const lists = ({ rules }: FrozenRelease, { rule }: RuleFile): boolean =>
  rules.some(({ id, version }) => id === rule.id && version === versionOf(rule));

/** The rules of a release, from the files. */
export const rulesOf = (release: FrozenRelease, files: readonly RuleFile[]): readonly RuleFile[] =>
  files.filter((file) => lists(release, file));

/**
 * How things stand. The newest published release judges, and drafts with it, which no release has: an audit then says that
 * it used a draft. A newer release in shadow judges beside it. What only a withdrawn release had judges nothing.
 */
export const standing = (root: string, files: readonly RuleFile[], sets: readonly LocalParameters[]): Standing => {
  const changes = stateChanges(root).found;
  const releases = frozenReleases(root).found.map((release) => ({ ...release, state: stateOf(release.name, changes) }));
  const live = releases.findLast(({ state }) => state === 'published');
  const shadow = releases.findLast(({ state }) => state === 'shadow');
  const rules = files.filter(
    (file) => !releases.some((release) => lists(release, file)) || (live !== undefined && lists(live, file)),
  );
  const isShadowNewer = shadow !== undefined && (live === undefined || inOrder.compare(shadow.name, live.name) > 0);
  const { digest } = digestsOf(contentsOf(root, rules, sets));
  const isLive = live?.digest === digest;
  return {
    release: isLive ? { name: live.name, digest } : { name: `${live?.name ?? '0'}-draft`, digest },
    rules,
    ...(isShadowNewer && {
      shadow: { release: { name: shadow.name, digest: shadow.digest }, rules: rulesOf(shadow, files) },
    }),
    releases,
    changes,
  };
};

const writeJson = (path: string, json: unknown): void => writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);

/** Writes the next step in the life of a release beside those before. */
export const changeState = (root: string, change: StateChange): void =>
  writeJson(join(root, statesFile), [...stateChanges(root).found, change]);

const noteOf = ({ article, text, details }: Difference): Text => {
  const more = (language: 'zh' | 'en', comma: string) =>
    details.length === 0 ? '' : `${language === 'zh' ? '：' : ': '}${details.map((one) => one[language]).join(comma)}`;
  return {
    zh: `第${article}条 ${text.zh}${more('zh', '；')}`,
    en: `Article ${article}: ${text.en}${more('en', '; ')}`,
  };
};

/** Freezes what there is under a name that is newer than every other; says where the name is not, or nothing changed. */
export const freeze = (
  root: string,
  { name, state, on }: { readonly name: string; readonly state: 'shadow' | 'published'; readonly on: string },
  files: readonly RuleFile[],
  sets: readonly LocalParameters[],
  differences: (before: readonly Rule[], after: readonly Rule[]) => readonly Difference[],
): 'frozen' | 'not-newer' | 'no-change' => {
  const { releases } = standing(root, files, sets);
  const newest = releases.at(-1);
  if (newest !== undefined && inOrder.compare(name, newest.name) <= 0) return 'not-newer';
  // What was withdrawn stays on file, and in no later release.
  const withdrawn = (file: RuleFile) =>
    releases.some((release) => lists(release, file)) &&
    releases.every((release) => release.state === 'withdrawn' || !lists(release, file));
  const frozen = files.filter((file) => !withdrawn(file));
  const contents = contentsOf(root, frozen, sets);
  const { digest, sm3 } = digestsOf(contents);
  if (newest?.digest === digest) return 'no-change';
  const before = newest === undefined ? [] : rulesOf(newest, files);
  const notes = differences(
    before.map(({ rule }) => rule),
    frozen.map(({ rule }) => rule),
  ).map(noteOf);
  mkdirSync(join(root, releasesFolder), { recursive: true });
  const release: FrozenRelease = { name, digest, sm3, ...contents, notes };
  writeJson(pathOf(root, name), release);
  changeState(root, { release: name, state, on });
  return 'frozen';
};
