import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import type { ReleaseOnFile, Shadow } from '../rules/engine/release.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import type { Generated } from './rules-build.ts';
import type { RuleFile } from './rules-files.ts';
import type { Standing } from './rules-releases.ts';

const versionsIn = (files: readonly RuleFile[], id: string): string =>
  files.flatMap(({ rule }) => (rule.id === id ? [versionOf(rule)] : [])).join();

/** What authorities have set of a rule, whatever else they have. */
const figuresIn = (sets: readonly LocalParameters[], id: string): string =>
  JSON.stringify(
    sets.flatMap(({ overrides, ...set }) => {
      const own = overrides.filter(({ rule }) => rule === id);
      return own.length === 0 ? [] : [{ ...set, own }];
    }),
  );

/** Of the release in shadow, the rules that have other versions or figures than those that judge, or that do not judge at all. */
export const shadowOf = ({ rules, localParameters, shadow }: Standing): Shadow | undefined =>
  shadow && {
    release: shadow.release,
    rules: shadow.rules.flatMap(({ rule }) =>
      versionsIn(rules, rule.id) === versionsIn(shadow.rules, rule.id) &&
      figuresIn(localParameters, rule.id) === figuresIn(shadow.localParameters, rule.id)
        ? []
        : [rule],
    ),
    localParameters: shadow.localParameters,
    gone: rules.flatMap(({ rule: { id, recordKind, per } }) =>
      versionsIn(shadow.rules, id) === '' ? [{ id, recordKind, ...(per !== undefined && { per }) }] : [],
    ),
  };

const onFile = ({ releases, changes }: Standing): readonly ReleaseOnFile[] =>
  releases.map(({ name, digest, sm3, rules, parameters = [], notes = [] }) => ({
    name,
    digest,
    ...(sm3 !== undefined && { sm3 }),
    states: changes.flatMap(({ release, ...step }) => (release === name ? [step] : [])),
    rules: rules.map(({ id, version }) => ({ id, version })),
    parameters: parameters.map(({ id, overrides, without = [] }) => ({ id, overrides: overrides - without.length })),
    notes,
  }));

/** The rule versions that some release has and that do not judge: those in shadow, and what was withdrawn. */
const idle = ({ rules, releases }: Standing, files: readonly RuleFile[]): readonly Rule[] =>
  files
    .filter((file) => !rules.includes(file))
    .filter(({ rule }) =>
      releases.some((one) => one.rules.some(({ id, version }) => id === rule.id && version === versionOf(rule))),
    )
    .map(({ rule }) => rule);

/** Every release with what became of it, as a module: the functions read no files. */
export const releasesModule = (stands: Standing, files: readonly RuleFile[]): Generated => ({
  file: 'rules/generated/releases.generated.ts',
  text: [
    '// Written by `npm run rules -- build`. Not to be edited.',
    "import type { ReleaseOnFile } from '../engine/release.ts';",
    "import type { Rule } from '../engine/rule.ts';",
    '',
    '/** Every release there is, the first first. */',
    'export const releases: readonly ReleaseOnFile[] = [',
    ...onFile(stands).map((release) => `  ${JSON.stringify(release)},`),
    '];',
    '',
    '/** Released rule versions that do not judge now. */',
    'export const idleRules: readonly Rule[] = [',
    ...idle(stands, files).map((rule) => `  ${JSON.stringify(rule)},`),
    '];',
    '',
  ].join('\n'),
});
