import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SubmissionView } from '../../events/submission.ts';
import { periodLengths } from '../../rules/engine/judge.ts';
import { tallies } from '../../rules/facts/tallies.generated.ts';
import { lawOf } from '../record-submission/wire.ts';
import { changesStore } from '../store/changes.ts';
import { digest } from '../store/digest.ts';
import { judgedFilingsStore } from '../store/judged-filings.ts';
import { listImportsStore } from '../store/list-imports.ts';
import { overdueFilingsStore } from '../store/overdue-filings.ts';
import { overdueRoundsStore } from '../store/overdue-rounds.ts';
import { pause } from '../store/pause.ts';
import { registryStore } from '../store/registry.ts';
import { submissionsStore } from '../store/submissions.ts';
import { talliesStore } from '../store/tallies.ts';
import { succeeds } from '../store/transact.ts';
import { violationsStore } from '../store/violations.ts';
import { type CheckDeps, checkFilings } from './check-filings.ts';
import { type JudgeDueDeps, judgeDue } from './judge-due.ts';

/** The submissions that are being recorded. */
const recordingNow = (db: DynamoDBClient, table: string) => {
  const { manifests, recordingBefore } = submissionsStore(db, table);
  return async (): Promise<readonly SubmissionView[]> => {
    const found = await manifests((await recordingBefore('9')).map(({ view }) => view.id));
    return found.flatMap((manifest) => (manifest?.view.status === 'recording' ? [manifest.view] : []));
  };
};

/** What judging periods that fell due needs, over one table. */
export const judgingDue = (db: DynamoDBClient, table: string, now: () => Date): JudgeDueDeps => {
  const { tracks, apply } = changesStore(db, table);
  const { monthTallies } = talliesStore(db, table);
  const { violations } = violationsStore(db, table);
  const { manifests } = submissionsStore(db, table);
  const recording = recordingNow(db, table);
  const stillRecording: JudgeDueDeps['stillRecording'] = async ({ enterprise, branchId, recordKind }) => {
    const all = await recording();
    return all.filter(
      (one) => one.enterprise === enterprise && one.branchId === branchId && one.recordKind === recordKind,
    ).length;
  };
  const imports = listImportsStore(db, table).receivedWithin;
  const { markJudged } = judgedFilingsStore(db, table);
  const stores = { tracks, apply, monthTallies, imports, violations, manifests, markJudged, stillRecording };
  return { lawOf, ...stores, digest, pause, now };
};

/** What the check needs, over one table. */
export const checkingFilings = (db: DynamoDBClient, table: string, now: () => Date): CheckDeps => {
  const { enterprises, registeredDuties: filingDuties } = registryStore(db, table);
  const { filed } = submissionsStore(db, table);
  const overdue = overdueFilingsStore(db, table);
  const rounds = overdueRoundsStore(db, table);
  const judging = judgingDue(db, table, now);
  return {
    enterprises,
    filingDuties,
    filed,
    recording: recordingNow(db, table),
    known: overdue.known,
    last: rounds.last,
    openRounds: rounds.open,
    // False where another run was there a moment ago.
    append: (round, filings, entry) => succeeds(rounds.append(round, filings, entry)),
    open: overdue.open,
    markFiled: overdue.markFiled,
    hasPeriods: (kind) => tallies[kind] !== undefined && periodLengths(kind).length > 0,
    judged: judgedFilingsStore(db, table).judged,
    judgeDue: (due, duties) => judgeDue(due, duties, judging),
    now,
  };
};

/** The check over one table. */
export const checking = (db: DynamoDBClient, table: string, now: () => Date) => {
  const deps = checkingFilings(db, table, now);
  return () => checkFilings(deps);
};
