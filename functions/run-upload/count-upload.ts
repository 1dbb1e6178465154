import type { Fault } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Head, KeptRecord, Manifest, Reading } from '../../events/manifest.ts';
import { Problem } from '../../events/problem.ts';
import type { MovingUpload, Upload } from '../../events/upload.ts';
import { keptOf } from '../../events/upload.ts';
import { countsOf } from '../../rules/judged.ts';
import { refuseForeignWithdrawals } from '../submit-records/refuse-withdrawals.ts';
import { reportedAndWithdrawn } from '../submit-records/reported-and-withdrawn.ts';
import { rosterKept } from '../submit-records/roster-kept.ts';
import { copiesOf } from './copies.ts';
import type { CountDeps, CutFile } from './deps.ts';
import { refuseFile, Superseded, tellProgress } from './ends.ts';
import { noRows, sameAsHead, tooManyRows } from './file-faults.ts';
import { sliceHow } from './judge-upload-slice.ts';
import { judgeWhole } from './judge-whole.ts';
import { putTogether, readingOf, recordsOf, type WholeFile } from './put-together.ts';

/** No branch has so many records of a period; its slices and those that violate are known at once. */
export const maxRows = 5_000_000;
const sealedTogether = 5_000;
/** So many seconds it waits for another submission of its chain to be recorded. */
const maxWaits = 600;

/** Raw values of the rows that violate: kept with their slice, or, where others make them violate, read from it again. */
const seal = async (
  violating: readonly number[],
  { slices }: WholeFile,
  cut: CutFile,
  upload: MovingUpload,
  told: (rows: number) => Promise<void>,
  deps: CountDeps,
): Promise<void> => {
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
  let at = 0;
  for (const [n, { before, rows, violating: byItself }] of slices.entries()) {
    const wanted = new Set<number>();
    for (; at < violating.length && violating[at]! <= before + rows; at += 1) wanted.add(violating[at]! - before);
    if (wanted.size === 0) continue;
    const known = byItself.length === 0 ? [] : await deps.sliceRaw(upload.id, n);
    const own = known.filter(({ row }) => wanted.delete(row));
    if (wanted.size > 0) {
      const bytes = await deps.sliceBytes(upload.id, n, cut.slices[n]!);
      own.push(...deps.judge(bytes, how, true, wanted).kept);
    }
    for (const { row, record } of own) raw.push({ row: row + before, record });
    await sealSome(sealedTogether);
    await told(before + rows);
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

/** A record cannot be there and be taken back: recorded as both, it would be judged anew with each attempt. */
const contradictions = async (
  upload: MovingUpload,
  { slices }: WholeFile,
  withdraws: readonly string[],
  deps: CountDeps,
): Promise<readonly Fault[]> => {
  if (withdraws.length === 0) return [];
  const places = new Map(withdraws.map((recordKey, n) => [recordKey, n]));
  const both: number[] = [];
  for (const [n, slice] of slices.entries()) {
    if (slice.records === 0) continue;
    for (const { record } of await recordsOf(upload, n, slice, deps)) {
      const place = places.get(record.recordId);
      if (place !== undefined) both.push(place);
    }
  }
  return both.sort((a, b) => a - b).map((n) => reportedAndWithdrawn(n, withdraws[n]!));
};

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

/** A row that cannot be read says nothing of its record, least of all that it is gone. */
const unreadOf = (
  { faults, faultsTotal }: Reading,
  { records, rows }: WholeFile,
  { chain }: MovingUpload,
): Manifest['unread'] => {
  if (chain.mode !== 'roster' || records === rows) return undefined;
  if (faults.length < faultsTotal) return 'all';
  const named = [...Map.groupBy(faults, ({ row }) => row).values()].map((ofRow) =>
    ofRow.flatMap((one) => one.recordId ?? []),
  );
  return named.every((ids) => ids.length > 0) ? [...new Set(named.flat())] : 'all';
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
  const whole = await putTogether(upload, cut, deps);
  const found = await readingOf(upload, whole, contract, deps);
  const unread = unreadOf(found, whole, upload);
  const reading = unread === 'all' ? { ...found, warnings: [rosterKept, ...found.warnings] } : found;
  if (whole.records === 0) {
    await deps.keepReading(id, found);
    return refuseFile(upload, found.faults, found.faultsTotal, deps, copiesOf(upload, rows));
  }
  const withdraws = cut.said?.withdraws ?? [];
  const foreign = await withdrawalFaults(upload, withdraws, deps);
  if (foreign.length > 0) return refuseFile(upload, foreign, foreign.length, deps);
  const both = await contradictions(upload, whole, withdraws, deps);
  if (both.length > 0) return refuseFile(upload, both, both.length, deps);

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
    const { parts, counts, violating, said } = await judgeWhole({ upload, whole, by: begun, law, told }, deps);
    const lists = said && (await deps.keepLists(id, said));
    await seal(violating, whole, cut, upload, told, deps);
    await deps.keepParts(id, parts, reading);
    const manifest: Manifest = { ...begun, view: { ...begun.view, counts }, ...(lists !== undefined && { lists }) };
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
