import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFiles } from '../../bin/audit-judge.ts';
import type { Fault } from '../../events/fault.ts';
import type { Counts } from '../../events/submission.ts';

/** How judging a file ended. */
export type Ended = {
  /** Whether any row of it was. */
  readonly isJudged: boolean;
  readonly counts: Counts;
  readonly faultsTotal: number;
  /** The first of them. */
  readonly faults: readonly Pick<Fault, 'code' | 'cause' | 'fix'>[];
};

/** So many faults are looked at. */
export const mostTold = 200;

/** One file judged by itself, as the command line judges it. */
export const judgedAlone = async (path: string): Promise<Ended> => {
  const work = mkdtempSync(join(tmpdir(), 'mangled-run-'));
  try {
    const { report, end } = await auditFiles([{ path, kind: 'phone-card' }], {}, work);
    const ended = {
      isJudged: report.counts.records > 0,
      counts: report.counts,
      faultsTotal: report.faultsTotal,
      faults: [...Iterator.from(report.faults()).take(mostTold)].map(({ code, cause, fix }) => ({ code, cause, fix })),
    };
    await end();
    return ended;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

// As a process of its own, of which it says what it took.
if (process.argv[1] === import.meta.filename) {
  const ended = await judgedAlone(process.argv[2]!);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const took = { mebibytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  process.stdout.write(JSON.stringify({ ended, took }));
}
