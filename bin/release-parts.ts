import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import type { PenaltyFile } from '../rules/penalties/penalty-file.ts';
import type { FrozenRelease } from './release-files.ts';

// What a release either has or has not, each by a name: a rule version, a penalty file, a calendar file, one override.

/** Whether a part counts. */
export type Keeps = (part: string) => boolean;

export const rulePart = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `rules/${id} ${version}`;
export const partOfRule = (rule: Rule): string => rulePart({ id: rule.id, version: versionOf(rule) });

/** Penalty and calendar files go by their path under `rules/`. */
export const partOfPenalty = ({ law, article, effective, revision }: PenaltyFile): string =>
  `penalties/${law}/${article}/${effective.from}.r${revision}.json`;

const overridePart = (set: string, at: number): string => `parameters/${set} ${at}`;

/** The places of a set's overrides that are kept, from 0. */
export const placesKept = ({ id, overrides }: LocalParameters, keeps: Keeps): readonly number[] =>
  [...overrides.keys()].filter((at) => keeps(overridePart(id, at)));

/** What is left of each authority's set; a set of which nothing is left is none. */
export const setsOf = (sets: readonly LocalParameters[], keeps: Keeps): readonly LocalParameters[] =>
  sets.flatMap((set) => {
    const overrides = placesKept(set, keeps).map((at) => set.overrides[at]!);
    return overrides.length === 0 ? [] : [{ ...set, overrides }];
  });

/**
 * The parts of a release. The first release listed rules alone; penalties and calendars it took as they stood, which is
 * what the first release says that lists any.
 */
export const partsOf = (release: FrozenRelease, all: readonly FrozenRelease[]): ReadonlySet<string> => {
  const { penalties, calendar } =
    [release, ...all].find((one) => one.penalties !== undefined && one.calendar !== undefined) ?? {};
  return new Set([
    ...release.rules.map(rulePart),
    ...[...(penalties ?? []), ...(calendar ?? [])].map(({ file }) => file),
    ...(release.parameters ?? []).flatMap(({ id, overrides, without = [] }) =>
      [...Array(overrides).keys()].filter((at) => !without.includes(at)).map((at) => overridePart(id, at)),
    ),
  ]);
};
