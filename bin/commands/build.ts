import { calendarModule, lastRevisions } from '../calendar-files.ts';
import { type Command, refused, type Said, said, today } from '../command.ts';
import { coverageFiles } from '../coverage-doc.ts';
import { examplesModule } from '../example-records.ts';
import { penaltiesModule } from '../penalty-files.ts';
import { changedSinceRelease } from '../release-lock.ts';
import { partOfPenalty } from '../release-parts.ts';
import { type Generated, generate, stale, write } from '../rules-build.ts';
import { faultLines } from '../rules-files.ts';
import { lintProblems } from '../rules-lint.ts';
import { type Loaded, load } from '../rules-load.ts';
import { type Standing, standing } from '../rules-releases.ts';
import { bench } from '../rules-workbench.ts';

const linted = (problems: number): string =>
  problems === 0
    ? ''
    : `lint 发现 ${problems} 处问题，服务不会启动。${problems} problems: the service will not start; npm run rules -- lint\n`;

/** Every generated file, of what stands. */
export const generatedOf = (root: string, loaded: Loaded, stands: Standing, problems: number): readonly Generated[] => [
  ...generate(loaded, stands, problems),
  penaltiesModule(loaded.penalties.filter((one) => stands.isLive(partOfPenalty(one)))),
  calendarModule(lastRevisions(loaded.calendar.filter(({ file }) => stands.isLive(file)))),
  ...coverageFiles(root, loaded.files),
  ...examplesModule(root, loaded.kinds),
];

/**
 * Checks every file and writes the generated modules, or, where only asked to check, says which are stale. Rules that load
 * may still have something wrong: then what is written says so, and no service starts on it.
 */
export const build = async (root: string, isCheck = false): Promise<Said> => {
  const loaded = await load(root);
  const { files, localParameters } = loaded;
  const faults = [...loaded.faults, ...changedSinceRelease(root, files, localParameters, today())];
  if (faults.length > 0) return refused(faultLines(faults));
  const stands = standing(root, files, localParameters);
  const problems = lintProblems(await bench(root)).length;
  const generated = generatedOf(root, loaded, stands, problems);
  if (!isCheck) {
    const changed = write(root, generated);
    return said(
      `${files.length} rule versions, release ${stands.release.name}; ${changed.length} files written\n${linted(problems)}`,
    );
  }
  const old = stale(root, generated);
  if (old.length === 0) return said(`${files.length} rule versions; generated files are up to date\n`);
  return refused(`not up to date, run npm run rules -- build:\n${old.map((file) => `  ${file}\n`).join('')}`);
};

export const buildCommand: Command = {
  name: 'build',
  usage: [
    ['build', 'check every rule file and write the generated modules'],
    ['build --check', 'the same, writing nothing: fails where a generated file is not up to date'],
  ],
  options: { check: { type: 'boolean' } },
  takes: [0, 0],
  run: ({ root, options }) => build(root, options.check === true),
};
