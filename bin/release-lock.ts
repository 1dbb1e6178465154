import type { LocalParameters } from '../rules/engine/local-parameters.ts';
import {
  type Contents,
  contentsOf,
  type FrozenRelease,
  frozenReleases,
  isInFuture,
  isIntact,
  mayBecome,
  releasesFolder,
  type StateChange,
  setDigest,
  stateChanges,
  stateOf,
  statesFile,
} from './release-files.ts';
import type { FileFault, RuleFile } from './rules-files.ts';

const changed = (file: string, name: string, isGone: boolean, fix: FileFault['fix']): FileFault => ({
  file,
  code: 'RELEASED_FILE_CHANGED',
  pointer: '',
  cause: {
    zh: `已随 ${name} 发布，内容${isGone ? '被删除或改名' : '被改动'}。`,
    en: `It was published in ${name} and has ${isGone ? 'gone' : 'changed'}.`,
  },
  fix,
});

const revision = {
  zh: '恢复该文件；更正写成下一个 .rN，法律修改写成新的生效日期。',
  en: 'Restore it; a correction is the next .rN, an amendment a file with the new date.',
};
const addition = {
  zh: '恢复该文件；新的设定加在 overrides 末尾。',
  en: 'Restore it; what is set anew goes to the end of overrides.',
};

/** Rules, penalties, calendars and authorities' figures that a release has published and that are no longer the same. */
const changedFiles = (release: FrozenRelease, now: Contents, sets: readonly LocalParameters[]): FileFault[] => {
  const { name } = release;
  const rules = release.rules.flatMap(({ id, version, digest }): FileFault[] => {
    const found = now.rules.find((one) => one.id === id && one.version === version)?.digest;
    if (found === digest) return [];
    const [law, ...duty] = id.split('.');
    return [changed(`rules/sets/${law}/${duty.join('.')}/${version}.json`, name, found === undefined, revision)];
  });
  const others = (['penalties', 'calendar'] as const).flatMap((key) =>
    (release[key] ?? []).flatMap(({ file, digest }): FileFault[] => {
      const found = now[key].find((one) => one.file === file)?.digest;
      return found === digest ? [] : [changed(`rules/${file}`, name, found === undefined, revision)];
    }),
  );
  const parameters = (release.parameters ?? []).flatMap(({ id, digest, ...of }): FileFault[] => {
    const set = sets.find((one) => one.id === id);
    if (set !== undefined && setDigest(set, of) === digest) return [];
    return [changed(`rules/parameters/${id}.json`, name, set === undefined, addition)];
  });
  return [...rules, ...others, ...parameters];
};

/** A release that no longer lists what its digest was taken of would let changed files through. */
const releaseFaults = (release: FrozenRelease, today: string): FileFault[] => {
  const file = `${releasesFolder}/${release.name}.json`;
  const restore = { zh: '恢复该文件。', en: 'Restore it.' };
  return [
    ...(isIntact(release)
      ? []
      : [
          {
            file,
            code: 'RELEASE_CHANGED',
            pointer: '/rules',
            cause: { zh: '发布清单与其摘要不符。', en: 'What it lists is not what its digest says.' },
            fix: restore,
          },
        ]),
    ...(isInFuture(release.name, today)
      ? [
          {
            file,
            code: 'RELEASE_IN_FUTURE',
            pointer: '/name',
            found: release.name,
            cause: { zh: `今天是 ${today}，该月份尚未到来。`, en: `Today is ${today}: that month is still to come.` },
            fix: { zh: '用当月的名称发布。', en: 'Release it under the name of a month that has begun.' },
          },
        ]
      : []),
  ];
};

/** Steps that cannot have happened: of a release that there is not, or out of turn. */
const stateFaults = (changes: readonly StateChange[], releases: readonly FrozenRelease[]): FileFault[] =>
  changes.flatMap(({ release, state }, n): FileFault[] => {
    const at = { file: statesFile, fix: { zh: '恢复该文件。', en: 'Restore it.' } };
    if (!releases.some(({ name }) => name === release)) {
      const cause = { zh: `没有发布 ${release}。`, en: `There is no release ${release}.` };
      return [{ ...at, code: 'UNKNOWN_RELEASE', pointer: `/${n}/release`, found: release, cause }];
    }
    const before = stateOf(release, changes.slice(0, n));
    if (mayBecome[before].includes(state)) return [];
    const cause = { zh: `${before} 之后不能是 ${state}。`, en: `What is ${before} does not become ${state}.` };
    return [{ ...at, code: 'STATE_OUT_OF_TURN', pointer: `/${n}/state`, found: state, cause }];
  });

/** What has changed that a release has published, releases that have changed, and lives that cannot have been. */
export const changedSinceRelease = (
  root: string,
  files: readonly RuleFile[],
  sets: readonly LocalParameters[],
  today: string,
): readonly FileFault[] => {
  const releases = frozenReleases(root);
  const states = stateChanges(root);
  const now = contentsOf(root, files, sets);
  const faults = releases.found.flatMap((release) => changedFiles(release, now, sets));
  return [
    ...releases.faults,
    ...states.faults,
    ...releases.found.flatMap((release) => releaseFaults(release, today)),
    ...stateFaults(states.found, releases.found),
    ...new Map(faults.map((fault) => [fault.file, fault])).values(),
  ];
};
