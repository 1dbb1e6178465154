import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRun } from './audit-run.ts';
import { generatedFile, isKept, kept, type Wanted, wantRoom } from './generated.ts';

// What a province’s police counted in ten months as dealt with (Hainan, 2022), as records of the kinds that govern it.
const governed: readonly { readonly kind: string; readonly records: number; readonly files?: number }[] = [
  // Accounts under control. A month a file: together they are larger than one file may be.
  { kind: 'bank-account', records: 22_520_100, files: 10 },
  // Bad messages found. No kind has a record of a message as such. What the SMS monitoring of a carrier finds is a warning
  // of somebody who got one, and each warning is a record: of these kinds the one of which there is one for each message.
  { kind: 'warning-dissuasion', records: 9_600_000 },
  // Calls taken for fraud. A record is a batch of calls; here each is a batch of its own, which is the most there can be.
  { kind: 'call-traffic', records: 1_253_000 },
  // Numbers of high risk, registered again or shut.
  { kind: 'phone-card', records: 518_000 },
  // Numbers used for fraud, verified again or restricted.
  { kind: 'card-reverification', records: 165_000 },
  { kind: 'stop-payment-request', records: 142_800 },
  { kind: 'freeze-request', records: 19_000 },
  { kind: 'line-lease', records: 26_041 },
];

const violating = 0.01;
/** More than a generated row has, and than is kept of one while it is judged. */
const bytesPerRow = 200;

/** Files of one kind have people of their own; each file another seed. */
const filesOf = (scale: number): readonly Wanted[] =>
  governed.flatMap(({ kind, records, files = 1 }) => {
    const rows = Math.max(1, Math.round((records * scale) / files));
    return Array.from({ length: files }, (_, n) => ({
      kind,
      rows,
      wrong: violating,
      seed: n + 1,
      format: 'csv' as const,
    }));
  });

export type ProvinceFigures = {
  readonly records: number;
  readonly seconds: number;
  readonly peakMB: number;
  readonly violations: number;
};

/**
 * Ten months of a province in one run of the command line, its report included; `scale` makes it smaller. A list of
 * sanctioned subjects is there, since nobody could say of an account without it whether it may be opened; nobody who holds
 * one is on it.
 */
export const run = async ({ scale = 1 }: { readonly scale?: number }): Promise<ProvinceFigures> => {
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale must be a share up to 1, not ${scale}`);
  const wanted = filesOf(scale);
  const bytesOf = (files: readonly Wanted[]) => files.reduce((sum, { rows }) => sum + rows * bytesPerRow, 0);
  mkdirSync(kept, { recursive: true });
  wantRoom(kept, bytesOf(wanted.filter((file) => !isKept(file))));
  const files = wanted.map((file) => `${file.kind}=${generatedFile(file)}`);
  wantRoom(tmpdir(), bytesOf(wanted));

  const work = mkdtempSync(join(tmpdir(), 'fanzha-bench-'));
  try {
    const sanctioned = join(work, 'sanctioned.csv');
    writeFileSync(sanctioned, '证件号码,起始日,截止日,类别\n460105198805180272,2022-01-01,无,惩戒对象\n');
    const { seconds, peakMB, counts } = await auditRun([...files, '--list', `sanctioned-subjects=${sanctioned}`], work);
    if (counts.faults > 0 || counts.undetermined > 0) throw new Error(`not as generated: ${JSON.stringify(counts)}`);
    return {
      records: counts.records,
      seconds: Number(seconds.toFixed(1)),
      peakMB: Math.round(peakMB),
      violations: counts.violation,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
