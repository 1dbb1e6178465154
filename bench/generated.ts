import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFormat } from '../bin/generate-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is generated is kept here between runs, and is the same for everybody. */
export const kept = join(root, '.bench');

export type Wanted = {
  readonly kind: string;
  readonly rows: number;
  /** Share of the records that violate. */
  readonly wrong: number;
  readonly seed: number;
  readonly format: GeneratedFormat;
};

/** What a generated file depends on beside what is asked for. */
const digestOf = (kind: string): string => {
  const from = ['bin/generate*.ts', `events/samples/${kind}.*.json`, `events/records/${kind}/contract.ts`];
  const hash = createHash('sha256');
  for (const file of globSync(from, { cwd: root }).sort()) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 8);
};

const nameOf = ({ kind, rows, wrong, seed, format }: Wanted): string =>
  `${kind}-${rows}-${wrong}-${seed}`.concat(`.${format}`);

const pathOf = (wanted: Wanted): string => join(kept, digestOf(wanted.kind), nameOf(wanted));

/** The disk has too little room for what a bench writes; nothing has been written. */
export class DiskTooFull extends Error {
  readonly code = 'DISK_TOO_FULL';
  constructor(directory: string, needed: number, free: number) {
    const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
    super(
      `${directory} needs ${gigabytes(needed)} GB free and has ${gigabytes(free)} GB: free some, or make the bench smaller`,
    );
  }
}

/** Throws DiskTooFull where a directory, which is there, has fewer bytes free. */
export const wantRoom = (directory: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < bytes) throw new DiskTooFull(directory, bytes, bavail * bsize);
};

/** Whether it is there already. */
export const isKept = (wanted: Wanted): boolean => existsSync(pathOf(wanted));

/** The file that is wanted: from an earlier run, else made now. */
export const generatedFile = (wanted: Wanted): string => {
  const path = pathOf(wanted);
  if (existsSync(path)) return path;
  mkdirSync(join(path, '..'), { recursive: true });
  const { kind, rows, wrong, seed, format } = wanted;
  // One that was made after other samples is of no use to anybody.
  for (const old of globSync(join(kept, '*', nameOf(wanted)))) rmSync(old);
  const asked = Object.entries({ kind, rows, wrong, seed, format }).flatMap(([name, value]) => [
    `--${name}`,
    `${value}`,
  ]);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/generate.ts'), ...asked, '--out', `${path}.part`],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${nameOf(wanted)} could not be generated:\n${stderr}`);
  renameSync(`${path}.part`, path);
  return path;
};
