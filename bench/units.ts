import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Enterprise } from '../events/registry.ts';
import type { Submission } from '../events/submission.ts';
import { startHost } from '../infra/local/host.ts';

const sample = <T>(file: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../events/samples/${file}`, import.meta.url)), 'utf8')) as T;

const records = 1_000;
const violating = 10;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Made-up resident numbers with true check characters, one for each card. */
const idNumber = (n: number): string => {
  const birthday = new Date(Date.UTC(1980, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '');
  const seventeen = `460105${birthday}100`;
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
  return seventeen + '10X98765432'[sum % 11];
};

export type UnitsFigures = {
  readonly records: number;
  readonly violating: number;
  /** Items written by the submission itself, those that only mark progress included. */
  readonly itemsWritten: number;
  /** Writes to the table, a transaction counting once. */
  readonly commits: number;
  /** What the journal woke afterwards: notices, marks, dispatch. */
  readonly itemsWrittenAfterwards: number;
};

/** What one submission of 1,000 new cards, ten of them violating, writes to the table: the measure of its cost. */
export const run = async (): Promise<UnitsFigures> => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-units-'));
  let [items, commits] = [0, 0];
  const onCommit = (when: 'before' | 'after', keys: readonly string[]): void => {
    if (when !== 'after') return;
    items += keys.length;
    commits += 1;
  };
  /** Waits until nothing has been written for two seconds. */
  const quiet = async (): Promise<void> => {
    for (let written = -1; written !== commits; ) {
      written = commits;
      await setTimeout(2_000);
    }
  };
  const host = await startHost({ port: 0, data, onCommit });
  try {
    const { records: clean, branchId, recordKind, period } = sample<Submission>('phone-card.clean.json');
    const { enterprises } = sample<{ readonly enterprises: readonly Enterprise[] }>('registry.json');
    const { uscc } = enterprises.find(({ branches }) => branches.some(({ id }) => id === branchId))!;
    const cards = Array.from({ length: records }, (_, n) => ({
      ...(clean.at(-1) as object),
      recordId: `unit-${n}`,
      msisdn: `135${String(n).padStart(8, '0')}`,
      subjectId: idNumber(n),
      nameMatches: n >= violating,
    }));
    const token = await host.token({ sub: 'units', role: 'enterprise', enterprise: uscc });
    // The start itself has to write what nobody filed.
    await quiet();
    [items, commits] = [0, 0];
    const answer = await fetch(`${host.address}/v1/submissions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ recordKind, branchId, period, records: cards }),
    });
    const { counts } = (await answer.json()) as { readonly counts: { readonly violation: number } };
    if (answer.status !== 201 || counts.violation !== violating)
      throw new Error(`${answer.status} ${JSON.stringify(counts)}`);
    const [itemsWritten, itsCommits] = [items, commits];
    await quiet();
    return { records, violating, itemsWritten, commits: itsCommits, itemsWrittenAfterwards: items - itemsWritten };
  } finally {
    await host.close();
    rmSync(data, { recursive: true, force: true });
  }
};
