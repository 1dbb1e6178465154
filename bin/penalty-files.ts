import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { citationFaults } from '../rules/penalties/cited.ts';
import { ofKind, PenaltyFile } from '../rules/penalties/penalty-file.ts';
import type { Generated } from './rules-build.ts';
import type { FileFault, RuleFile } from './rules-files.ts';

type Read = { readonly files: readonly PenaltyFile[]; readonly faults: readonly FileFault[] };

const inOrder = new Intl.Collator('en', { numeric: true });

const fault = (file: string, code: string, pointer: string, cause: FileFault['cause']): FileFault => ({
  file,
  code,
  pointer,
  cause,
  fix: { zh: '参照 rules/README.md 改正。', en: 'Correct it after rules/README.md.' },
});

/** `<law>/<article>/<from>.rN.json` says it too. */
const misplaced = (file: string, { law, article, effective, revision }: PenaltyFile): FileFault[] => {
  const found = [law, article, `${effective.from}.r${revision}.json`];
  const place = [...dirname(file).split('/').slice(-2), basename(file)];
  return ['/law', '/article', '/effective/from'].flatMap((pointer, n) =>
    found[n] === place[n]
      ? []
      : fault(file, 'MISPLACED', pointer, {
          zh: `与文件位置不符，应为 ${place[n]}。`,
          en: `The file's place says ${place[n]}, not ${found[n]}.`,
        }),
  );
};

/** A revision corrects the one before it, which stays where it is. */
const revisionGap = (root: string, file: string, { effective, revision }: PenaltyFile): FileFault[] => {
  const before = `${effective.from}.r${revision - 1}.json`;
  if (revision === 1 || existsSync(join(root, dirname(file), before))) return [];
  return [fault(file, 'REVISION_GAP', '/revision', { zh: `缺少 ${before}。`, en: `There is no ${before}.` })];
};

const readOne = (root: string, file: string): Read => {
  try {
    const read = PenaltyFile.safeParse(JSON.parse(readFileSync(join(root, file), 'utf8')));
    if (read.success)
      return { files: [read.data], faults: [...misplaced(file, read.data), ...revisionGap(root, file, read.data)] };
    const faults = read.error.issues.map(({ path, message }) =>
      fault(file, 'PENALTY_SHAPE', path.map((step) => `/${String(step)}`).join(''), {
        zh: `不合罚则文件的格式：${message}`,
        en: message,
      }),
    );
    return { files: [], faults };
  } catch (error) {
    const en = `It is no JSON: ${(error as Error).message}`;
    return { files: [], faults: [fault(file, 'NOT_JSON', '', { zh: '不是 JSON。', en })] };
  }
};

/** Every file under `rules/penalties`, by law, article and date, and what is wrong with any of them. */
export const penaltyFiles = (root: string): Read => {
  const names = globSync('rules/penalties/*/*/*.json', { cwd: root }).sort(inOrder.compare);
  const read = names.map((file) => readOne(root, file));
  return { files: read.flatMap(({ files }) => files), faults: read.flatMap(({ faults }) => faults) };
};

/** What rules cite and no penalty file knows. */
export const citedFaults = (rules: readonly RuleFile[], penalties: readonly PenaltyFile[]): readonly FileFault[] =>
  rules.flatMap(({ file, rule }) =>
    citationFaults(rule, ofKind(penalties, 'penalty')).map((told) => ({ ...told, file })),
  );

/** The penalties as a module: the functions over them read no files. */
export const penaltiesModule = (files: readonly PenaltyFile[]): Generated => ({
  file: 'rules/generated/penalties.generated.ts',
  text: [
    '// Written by `npm run rules -- build`. Not to be edited.',
    "import type { PenaltyFile } from '../penalties/penalty-file.ts';",
    '',
    'export const penaltyFiles: readonly PenaltyFile[] = [',
    ...files.map((file) => `  ${JSON.stringify(file)},`),
    '];',
    '',
  ].join('\n'),
});
