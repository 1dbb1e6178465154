import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { Text } from '../events/fault.ts';
import { CivilDate } from '../events/registry.ts';
import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import { versionOf } from '../rules/engine/rule.ts';
import { type Keeps, partOfRule, placesKept } from './release-parts.ts';
import { digestOf, type FileFault, jsonOf, type RuleFile } from './rules-files.ts';

const Listed = z.strictObject({ file: z.string(), digest: z.string() });

/** What a release is made of: everything that a judgement or a penalty band may rest on, each with its digest. */
const Contents = z.strictObject({
  rules: z.array(z.strictObject({ id: z.string(), version: z.string(), digest: z.string() })),
  /** Penalty and calendar files, by their path under `rules/`. */
  penalties: z.array(Listed),
  calendar: z.array(Listed),
  /**
   * Of each authority's set as many overrides as there were, the first of the file, `without` those at these places (from
   * 0): what was withdrawn before stays in the file, and in no later release.
   */
  parameters: z.array(
    z.strictObject({
      id: z.string(),
      overrides: z.int(),
      digest: z.string(),
      without: z.array(z.int()).optional(),
    }),
  ),
});
export type Contents = z.infer<typeof Contents>;

/** An immutable release, as `rules/releases/<name>.json` keeps it. The first one listed rules alone. */
const FrozenRelease = z.strictObject({
  name: z.string(),
  /** SHA-256 of the canonical JSON of its contents. */
  digest: z.string(),
  /** SM3 of the same bytes. */
  sm3: z.string().optional(),
  ...Contents.partial().shape,
  rules: Contents.shape.rules,
  /** What is otherwise than in the release before, in words, by article. */
  notes: z.array(Text).optional(),
});
export type FrozenRelease = z.infer<typeof FrozenRelease>;

export const ReleaseState = z.enum(['shadow', 'published', 'withdrawn']);
export type ReleaseState = z.infer<typeof ReleaseState>;

/** One step in the life of a release; `rules/releases/states.json` lists them as they happened and is only added to. */
export const StateChange = z.strictObject({
  release: z.string(),
  state: ReleaseState,
  on: CivilDate,
  reason: z.string().min(1).optional(),
});
export type StateChange = z.infer<typeof StateChange>;

export const releasesFolder = 'rules/releases';
export const statesFile = `${releasesFolder}/states.json`;

/** Names go by year, month and, within a month, number: `2026.11`, `2026.11.2`. */
export const inOrder = new Intl.Collator('en', { numeric: true });
export const isReleaseName = (name: string): boolean => /^\d{4}\.([1-9]|1[0-2])(\.[1-9]\d*)?$/.test(name);

/** A release cannot have been made in a month that is still to come. `today` is a civil day (+08:00). */
export const isInFuture = (name: string, today: string): boolean => {
  const [year, month] = name.split('.').map(Number);
  const [thisYear, thisMonth] = today.split('-').map(Number);
  return year! > thisYear! || (year === thisYear && month! > thisMonth!);
};

const listed = (root: string, pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort(inOrder.compare)
    .flatMap((file) => {
      const read = jsonOf(root, file);
      return 'json' in read ? [{ file: file.slice('rules/'.length), digest: digestOf(read.json) }] : [];
    });

type SetIn = Omit<Contents['parameters'][number], 'digest'>;

/** What an authority had set in its first `overrides` entries, without those that a release left out. */
export const setDigest = ({ overrides, ...head }: LocalParameters, of: Omit<SetIn, 'id'>): string =>
  digestOf({ ...head, overrides: overrides.slice(0, of.overrides).filter((_, at) => !of.without?.includes(at)) });

const setIn = (set: LocalParameters, keeps: Keeps): Contents['parameters'] => {
  const places = placesKept(set, keeps);
  if (places.length === 0) return [];
  const overrides = places.at(-1)! + 1;
  const without = [...Array(overrides).keys()].filter((at) => !places.includes(at));
  const digest = setDigest(set, { overrides, without });
  return [{ id: set.id, overrides, digest, ...(without.length > 0 && { without }) }];
};

/** What stands in the folders now, of the parts that are kept. */
export const contentsOf = (
  root: string,
  rules: readonly RuleFile[],
  sets: readonly LocalParameters[],
  keeps: Keeps = () => true,
): Contents => ({
  rules: rules
    .filter(({ rule }) => keeps(partOfRule(rule)))
    .map(({ rule, digest }) => ({ id: rule.id, version: versionOf(rule), digest })),
  penalties: listed(root, 'rules/penalties/*/*/*.json').filter(({ file }) => keeps(file)),
  calendar: listed(root, 'rules/calendar/*.json').filter(({ file }) => keeps(file)),
  parameters: sets.flatMap((set) => setIn(set, keeps)),
});

const contentsIn = ({ rules, penalties, calendar, parameters }: FrozenRelease): unknown =>
  penalties === undefined ? rules : { rules, penalties, calendar, parameters };

/** SHA-256 and SM3 of the contents of a release. */
export const digestsOf = (contents: Contents): { readonly digest: string; readonly sm3: string } => ({
  digest: digestOf(contents),
  sm3: createHash('sm3').update(JSON.stringify(contents)).digest('hex'),
});

/** Whether a release is still what its digests say. */
export const isIntact = (release: FrozenRelease): boolean => {
  const contents = contentsIn(release);
  const sm3 = createHash('sm3').update(JSON.stringify(contents)).digest('hex');
  return digestOf(contents) === release.digest && (release.sm3 === undefined || release.sm3 === sm3);
};

const shapeFaults = (file: string, error: z.ZodError): FileFault[] =>
  error.issues.map(({ path, message }) => ({
    file,
    code: 'RELEASE_SHAPE',
    pointer: path.map((step) => `/${String(step)}`).join(''),
    cause: { zh: `不合发布文件的格式：${message}`, en: message },
    fix: { zh: '恢复该文件。', en: 'Restore it.' },
  }));

type Read<T> = { readonly found: readonly T[]; readonly faults: readonly FileFault[] };

/** Every release there is, the first first. */
export const frozenReleases = (root: string): Read<FrozenRelease> => {
  const files = globSync(`${releasesFolder}/*.json`, { cwd: root })
    .filter((file) => isReleaseName(basename(file, '.json')))
    .sort((a, b) => inOrder.compare(basename(a, '.json'), basename(b, '.json')));
  const read = files.map((file): Read<FrozenRelease> => {
    const text = jsonOf(root, file);
    if ('fault' in text) return { found: [], faults: [text.fault] };
    const parsed = FrozenRelease.safeParse(text.json);
    return parsed.success
      ? { found: [parsed.data], faults: [] }
      : { found: [], faults: shapeFaults(file, parsed.error) };
  });
  return { found: read.flatMap(({ found }) => found), faults: read.flatMap(({ faults }) => faults) };
};

/** Every step in the life of the releases, as they happened. */
export const stateChanges = (root: string): Read<StateChange> => {
  if (globSync(statesFile, { cwd: root }).length === 0) return { found: [], faults: [] };
  const text = jsonOf(root, statesFile);
  if ('fault' in text) return { found: [], faults: [text.fault] };
  const parsed = StateChange.array().safeParse(text.json);
  return parsed.success
    ? { found: parsed.data, faults: [] }
    : { found: [], faults: shapeFaults(statesFile, parsed.error) };
};

/** How a release stands after all that happened to it; a draft before anything has. */
export const stateOf = (name: string, changes: readonly StateChange[]): ReleaseState | 'draft' =>
  changes.findLast(({ release }) => release === name)?.state ?? 'draft';

/** Which state may follow which: nothing comes back once withdrawn. */
export const mayBecome: Readonly<Record<ReleaseState | 'draft', readonly ReleaseState[]>> = {
  draft: ['shadow', 'published'],
  shadow: ['published', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: [],
};

export const pathOf = (root: string, name: string): string => join(root, releasesFolder, `${name}.json`);
