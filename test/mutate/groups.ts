import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';

/** Code that is mutated together, and the tests its mutants are given to. */
export type Group = {
  readonly name: string;
  /** Patterns of files; one that begins with `!` takes files out again. */
  readonly mutate: readonly string[];
  /** Files of tests; or that each kind's own rules and fixtures are tried (`kinds-runner.ts`). */
  readonly tests: readonly string[] | 'kinds';
};

const root = new URL('../../', import.meta.url);
const isOfAKind = (file: string): boolean =>
  existsSync(new URL(`events/records/${basename(file).split('.')[0]}/contract.ts`, root));

/** What several kinds' facts rest on: every other file of `rules/facts` belongs to one kind. */
const shared = globSync('rules/facts/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.generated.ts') && !isOfAKind(file))
  .sort();

/** The code that rules rest on. `*.generated.ts` only lists other files. */
export const groups: readonly Group[] = [
  {
    name: 'facts of a kind, contracts',
    mutate: [
      'rules/facts/*.ts',
      '!rules/facts/*.generated.ts',
      ...shared.map((file) => `!${file}`),
      'events/records/*/contract.ts',
    ],
    tests: 'kinds',
  },
  {
    name: 'facts of all kinds',
    mutate: shared,
    tests: ['test/rules/facts/*.test.ts'],
  },
  {
    name: 'reading',
    mutate: [
      ...[
        'cell-damage',
        'cells',
        'field-faults',
        'fields',
        'instant',
        'list-of-codes',
        'normalise',
        'quick-reader',
      ].map((name) => `events/${name}.ts`),
      'events/read-row.ts',
      'events/identifiers/*.ts',
    ],
    // Not those that take seconds (properties, every sample), nor one that reads in processes of its own.
    tests: [
      'test/events/*.test.ts',
      ...['normalise-properties', 'quick-reader', 'samples', 'host-time-zone'].map(
        (name) => `!test/events/${name}.test.ts`,
      ),
    ],
  },
  { name: 'penalties', mutate: ['rules/penalties/*.ts'], tests: ['test/rules/penalties/*.test.ts'] },
  { name: 'calendar', mutate: ['rules/calendar/*.ts'], tests: ['test/rules/calendar/*.test.ts'] },
];
