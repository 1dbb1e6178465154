import { type Command, refused, type Said } from '../command.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { tryFixtures } from '../rules-test.ts';
import { type TestFormat, testFormats, testReport } from '../rules-test-report.ts';

/** Judges all fixtures, or those of rules or fixtures whose name contains `filter`. */
export const test = async (root: string, filter?: string, format: TestFormat = 'text'): Promise<Said> => {
  const { facts, files, fixtures, faults } = await load(root);
  if (faults.length > 0) return refused(faultLines(faults));
  const tried = tryFixtures(files, fixtures, facts, filter);
  if (tried.length === 0) return refused(`no fixture matches ${filter}\n`);
  const isFine = tried.every(({ wrong }) => wrong === undefined);
  const report = testReport[format](tried);
  // A report in a form of its own is what was asked for, also where something is wrong.
  if (format !== 'text') return { status: isFine ? 0 : 1, out: report };
  return isFine ? { status: 0, out: report } : refused(report);
};

const isFormat = (given: unknown): given is TestFormat => testFormats.some((format) => format === given);

export const testCommand: Command = {
  name: 'test',
  usage: [
    ['test [FILTER]', 'judge all fixtures (of rules or fixtures whose name contains FILTER)'],
    [`test … --format F, --json`, `F is one of ${testFormats.join(', ')}`],
  ],
  options: { format: { type: 'string' }, json: { type: 'boolean' } },
  takes: [0, 1],
  run: async ({ root, arguments: [filter], options: { format = 'text', json } }) => {
    const wanted = json === true ? 'json' : format;
    if (!isFormat(wanted)) return refused(`--format is one of ${testFormats.join(', ')}, not ${wanted}\n`);
    return test(root, filter, wanted);
  },
};
