import type { Fault } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Head, KeptRecord, Manifest } from '../../events/manifest.ts';
import { Problem } from '../../events/problem.ts';
import type { MovingUpload, Upload } from '../../events/upload.ts';
import { keptOf } from '../../events/upload.ts';
import { countsOf, type JudgedRecord } from '../../rules/judged.ts';
import { askedBy } from '../../rules/look-up.ts';
import { judgeProjected } from '../submit-records/judge-projected.ts';
import { refuseForeignWithdrawals } from '../submit-records/refuse-withdrawals.ts';
import { copiesOf } from './copies.ts';
import type { CountDeps, CutFile, JudgedSlice } from './deps.ts';
import { refuseFile, Superseded, tellProgress } from './ends.ts';
import { noRows, sameAsHead, tooManyRows } from './file-faults.ts';
import { sliceHow } from './judge-upload-slice.ts';
import { putTogether, type WholeFile } from './put-together.ts';

/** All of a file's records are in memory at once while it is recorded. */
export const maxRows = 200_000;
const sealedTogether = 5_000;
/** So many seconds it waits for another submission of its chain to be recorded. */
const maxWaits = 600;

const judgedSlices = async (upload: MovingUpload, deps: CountDeps): Promise<readonly JudgedSlice[]> => {
  const slices: JudgedSlice[] = [];
  for (let n = 0; n < (upload.slices ?? 0); n += 1) slices.push(await deps.judged(upload.id, n));
  return slices;
};

/** What the lists say of all the records, at one moment. */
const lookUpAll = async (kept: readonly KeptRecord[], upload: MovingUpload, deps: CountDeps) => {
  const { looksUp } = deps.kinds[upload.chain.recordKind]!;
  return (
    looksUp &&
    deps.lookUp(
      askedBy(
        looksUp,
        kept.map(({ record }) => record),
      ),
    )
  );
};

/** Raw values of the rows that violate, from the slices they stand in. */
const seal = async (
  judged: readonly JudgedRecord[],
  { offsets }: WholeFile,
  cut: CutFile,
  upload: MovingUpload,
  deps: CountDeps,
): Promise<void> => {
  const violating = judged.flatMap(({ row, judgements }) =>
    judgements.some(({ verdict }) => verdict === 'violation') ? [row] : [],
  );
  const bySlice = Map.groupBy(violating, (row) => offsets.findLastIndex((offset) => offset < row));
  const how = sliceHow(upload, cut, deps.kinds);
  let raw: KeptRecord[] = [];
  let part = 0;
  const sealSome = async (least: number): Promise<void> => {
    while (raw.length > 0 && raw.length >= least) {
      await deps.sealPart(upload.id, part, raw.slice(0, sealedTogether));
      raw = raw.slice(sealedTogether);
      part += 1;
    }
  };
  for (const [slice, rows] of [...bySlice].sort(([a], [b]) => a - b)) {
    const bytes = await deps.sliceBytes(upload.id, slice, cut.slices[slice]!);
    const only = new Set(rows.map((row) => row - offsets[slice]!));
    for (const { row, record } of deps.judge(bytes, how, true, only).kept) {
      raw.push({ row: row + offsets[slice]!, record });
    }
    await sealSome(sealedTogether);
  }
  await sealSome(1);
};

const withdrawalFaults = async (
  upload: MovingUpload,
  withdraws: readonly string[],
  deps: CountDeps,
): Promise<readonly Fault[]> =>
  refuseForeignWithdrawals(upload.chain, withdraws, deps).then(
    () => [],
    (error: unknown) => {
      if (error instanceof Problem) return error.faults;
      throw error;
    },
  );

/** Where the chain is free, or which head is this very file. Waits for whoever records on it. */
const freeHead = async (upload: MovingUpload, deps: CountDeps): Promise<Head | { readonly same: string }> => {
  const told = tellProgress(upload, deps, 5_000);
  for (let waits = 0; waits < maxWaits; waits += 1) {
    const head = await deps.head(upload.chain);
    if (head.recording === undefined) {
      return head.current !== undefined && head.currentDigest === upload.sha256 ? { same: head.current } : head;
    }
    await deps.wait(1_000);
    await told(upload.rows ?? 0);
  }
  throw new Error(`the chain of upload ${upload.id} was never free`);
};

/** A file is received when its bytes have come; but never before what its chain already has. */
const receivedAt = async (upload: MovingUpload, head: Head, deps: CountDeps): Promise<string> => {
  const before = head.current === undefined ? undefined : (await deps.manifest(head.current))?.view.receivedAt;
  const came = upload.startedAt ?? upload.createdAt;
  return before !== undefined && before >= came ? deps.now().toISOString() : came;
};

const unreadOf = (whole: WholeFile, slices: readonly JudgedSlice[], upload: MovingUpload): Manifest['unread'] => {
  if (upload.chain.mode !== 'roster' || whole.kept.length === whole.rows) return undefined;
  const named = whole.reading.faults.map(({ recordId }) => recordId);
  const isComplete = whole.reading.faults.length === whole.reading.faultsTotal && !named.includes(undefined);
  return isComplete && slices.every(({ faulty, faults }) => faults.length >= faulty)
    ? [...new Set(named.flatMap((id) => id ?? []))]
    : 'all';
};

/**
 * The third stage: the slices are put together, judged with what others hold, and kept; then recording begins. Repeated,
 * it does the same. Refuses a file of which nothing can be judged. Throws Superseded.
 */
export const countUpload = async (upload: MovingUpload, deps: CountDeps): Promise<void> => {
  const { id, chain, region, sector, countingGroup, sha256 } = upload;
  const contract = deps.kinds[chain.recordKind]!;
  const cut = await deps.cut(id);
  const rows = upload.rowsJudged;
  if (rows === 0) return refuseFile(upload, [noRows], 1, deps);
  if (rows > maxRows) return refuseFile(upload, [tooManyRows(rows, maxRows)], 1, deps);
  const told = tellProgress(upload, deps, 1_000);
  const slices = await judgedSlices(upload, deps);
  const whole = putTogether(slices, cut, contract);
  const { kept, reading } = whole;
  if (kept.length === 0) {
    await deps.keepReading(id, reading);
    return refuseFile(upload, reading.faults, reading.faultsTotal, deps, copiesOf(upload, rows));
  }
  const withdraws = cut.said?.withdraws ?? [];
  const foreign = await withdrawalFaults(upload, withdraws, deps);
  if (foreign.length > 0) return refuseFile(upload, foreign, foreign.length, deps);

  const unread = unreadOf(whole, slices, upload);
  const manifestAs = (received: string, supersedes: string | undefined): Manifest => ({
    view: {
      ...{ id, status: 'recording', ...chain, region, sector, nil: false, receivedAt: received },
      ...(supersedes !== undefined && { supersedes }),
      ...{ release: deps.release, counts: countsOf([], rows) },
    },
    ...{ digest: sha256, countingGroup, withdraws, isFile: true },
    ...(unread !== undefined && { unread }),
    ...{ findingsTotal: 0, beyondHoldings: [] },
  });
  const law = deps.lawOf(contract.kind, { region, sector });
  for (;;) {
    const head = await freeHead(upload, deps);
    if ('same' in head) return refuseFile(upload, [sameAsHead(head.same)], 1, deps);
    const begun = manifestAs(await receivedAt(upload, head, deps), head.current);
    const said = await lookUpAll(kept, upload, deps);
    const judged = await judgeProjected(kept, begun, law, deps, said);
    await told(rows);
    const lists = said && (await deps.keepLists(id, said));
    await seal(judged, whole, cut, upload, deps);
    await deps.keepInChunks(id, kept, reading);
    const view = { ...begun.view, counts: countsOf(judged, rows) };
    const manifest: Manifest = { ...begun, view, ...(lists !== undefined && { lists }) };
    const at = deps.now().toISOString();
    const to: Upload = { ...keptOf(upload), state: 'recording', stage: 'recording', stageAt: at, rows };
    if (await deps.begin(manifest, head, entryOf(manifest, at), upload, to, at)) return;
    const now = await deps.upload(id);
    if (now?.state !== 'counting' || now.run !== upload.run) throw new Superseded(id);
  }
};

const entryOf = ({ view }: Manifest, at: string): JournalEntry => ({
  id: 'submission.recording',
  stream: view.id,
  type: 'submission.recording',
  at,
  detail: {
    ...{ submission: view.id, enterprise: view.enterprise, branchId: view.branchId, recordKind: view.recordKind },
  },
});
