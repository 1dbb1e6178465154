import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../events/contract.ts';
import type { Generated } from './rules-build.ts';

type Example = Readonly<Record<string, unknown>>;

/** A number of nobody: as long as a real one, and all zeros. An address of `example.com` is nobody’s already. */
const nobodys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(nobodys);
  if (typeof value !== 'string' || /\bexample\.|示例/.test(value)) return value;
  return value.replace(/\d/g, '0').replace(/[A-Z]/g, 'X');
};

const filled = (record: Example): number => Object.values(record).filter((value) => value !== null).length;

/** The record of a clean sample that fills most fields, without what is somebody’s. */
const exampleOf = (contract: Contract, file: string): Example => {
  const { records } = JSON.parse(readFileSync(file, 'utf8')) as { readonly records: readonly Example[] };
  const fullest = records.reduce((best, one) => (filled(one) > filled(best) ? one : best));
  return Object.fromEntries(
    Object.entries(fullest).map(([name, value]) => [
      name,
      contract.fields[name]?.personal === undefined ? value : nobodys(value),
    ]),
  );
};

/** One record of every kind that has a clean sample: templates show it, in functions that carry no samples. */
export const examplesModule = (root: string, kinds: Readonly<Record<string, Contract>>): readonly Generated[] => {
  const sampled = Object.values(kinds).flatMap((contract) => {
    const file = join(root, 'events/samples', `${contract.kind}.clean.json`);
    return existsSync(file) ? [{ contract, file }] : [];
  });
  if (sampled.length === 0) return [];
  const lines = sampled.map(
    ({ contract, file }) => `  ${JSON.stringify(contract.kind)}: ${JSON.stringify(exampleOf(contract, file))},`,
  );
  return [
    {
      file: 'events/records/examples.generated.ts',
      text: [
        '// Written by `npm run rules -- build`. Not to be edited.',
        '/** A record of each kind as an example: whatever is personal in it is nobody’s. */',
        'export const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {',
        ...lines,
        '};',
        '',
      ].join('\n'),
    },
  ];
};
