import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../events/fault.ts';
import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import type { Rule } from '../rules/engine/rule.ts';
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
import { type Keeps, partOfRule, partsOf, rulePart, setsOf } from './release-parts.ts';
import type { RuleFile } from './rules-files.ts';

type Named = { readonly name: string; readonly digest: string };

/** What a release judges with: rules, and the figures that authorities have set. */
type Judging = {
  readonly release: Named;
  readonly rules: readonly RuleFile[];
  readonly localParameters: readonly LocalParameters[];
};

/** What judges: all that is live, and a release that judges beside it unseen. */
export type Standing = Judging & {
  /** Whether a part is live: penalties and days off too are those of the release that judges. */
  readonly isLive: Keeps;
  readonly shadow?: Judging;
  readonly releases: readonly (FrozenRelease & { readonly state: ReleaseState | 'draft' })[];
  readonly changes: readonly StateChange[];
};

/** The rules of a release, from the files. */
export const rulesOf = ({ rules }: FrozenRelease, files: readonly RuleFile[]): readonly RuleFile[] => {
  const listed = new Set(rules.map(rulePart));
  return files.filter(({ rule }) => listed.has(partOfRule(rule)));
};

/** The releases with how each of them stands, the first first, and the parts of each by its name. */
const onFile = (root: string) => {
  const changes = stateChanges(root).found;
  const releases = frozenReleases(root).found.map((release) => ({ ...release, state: stateOf(release.name, changes) }));
  const parts = new Map(releases.map((release) => [release.name, partsOf(release, releases)]));
  return { changes, releases, parts };
};

/**
 * How things stand. The newest published release judges, and drafts with it, which no release has: an audit then says that
 * it used a draft. A newer release in shadow judges beside it. What only a withdrawn release had judges nothing: rules,
 * penalties, days off and authorities' figures alike.
 */
export const standing = (root: string, files: readonly RuleFile[], sets: readonly LocalParameters[]): Standing => {
  const { changes, releases, parts } = onFile(root);
  const live = releases.findLast(({ state }) => state === 'published');
  const shadow = releases.findLast(({ state }) => state === 'shadow');
  const liveParts = live && parts.get(live.name);
  const released = new Set([...parts.values()].flatMap((all) => [...all]));
  const isLive: Keeps = (part) => liveParts?.has(part) === true || !released.has(part);
  const isShadowNewer = shadow !== undefined && (live === undefined || inOrder.compare(shadow.name, live.name) > 0);
  const { digest } = digestsOf(contentsOf(root, files, sets, isLive));
  return {
    release: live?.digest === digest ? { name: live.name, digest } : { name: `${live?.name ?? '0'}-draft`, digest },
    rules: files.filter(({ rule }) => isLive(partOfRule(rule))),
    localParameters: setsOf(sets, isLive),
    isLive,
    ...(isShadowNewer && {
      shadow: {
        release: { name: shadow.name, digest: shadow.digest },
        rules: rulesOf(shadow, files),
        localParameters: setsOf(sets, (part) => parts.get(shadow.name)!.has(part)),
      },
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
  const { releases, parts } = onFile(root);
  const newest = releases.at(-1);
  if (newest !== undefined && inOrder.compare(name, newest.name) <= 0) return 'not-newer';
  // What was withdrawn stays on file, and in no later release.
  const isWithdrawn = (part: string) => {
    const of = releases.filter((release) => parts.get(release.name)!.has(part));
    return of.length > 0 && of.every(({ state }) => state === 'withdrawn');
  };
  const keeps: Keeps = (part) => !isWithdrawn(part);
  const frozen = files.filter(({ rule }) => keeps(partOfRule(rule)));
  const contents = contentsOf(root, files, sets, keeps);
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
