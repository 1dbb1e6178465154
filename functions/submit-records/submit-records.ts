import type { AnyRecord, Contract } from '../../events/contract.ts';
import { shown } from '../../events/field-faults.ts';
import type { Finding } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Chain, Head, KeptRecord, Manifest, Reading } from '../../events/manifest.ts';
import { normalise } from '../../events/normalise.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import { type Audit, maxFaultsKept, type Release, type Submission, type Warning } from '../../events/submission.ts';
import { countsOf, findingsOf } from '../../rules/judged.ts';
import type { Law } from '../record-submission/deps.ts';
import { type Admitted, admit } from './admit.ts';
import { auditOf } from './audit-of.ts';
import { judgeProjected, type ProjectDeps } from './judge-projected.ts';

export type SubmitDeps = ProjectDeps & {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly lawOf: (kind: string) => Law;
  readonly release: Release;
  readonly enterprise: (uscc: string) => Promise<Enterprise | undefined>;
  readonly tokenise: (contract: Contract, record: AnyRecord) => AnyRecord;
  readonly head: (chain: Chain) => Promise<Head>;
  readonly manifest: (id: string) => Promise<Manifest | undefined>;
  readonly keep: (id: string, records: readonly KeptRecord[], reading: Reading) => Promise<void>;
  readonly reading: (id: string) => Promise<Reading>;
  readonly seal: (id: string, records: readonly KeptRecord[]) => Promise<void>;
  /** False when the chain has moved on meanwhile. */
  readonly begin: (manifest: Manifest, head: Head, entry: JournalEntry) => Promise<boolean>;
  readonly record: (id: string) => Promise<Manifest>;
  readonly findings: (manifest: Manifest, from: number, limit: number) => Promise<readonly Finding[]>;
  /** Names the place after the first `answered` findings of a submission. */
  readonly cursorAfter: (submission: string, answered: number) => string;
  readonly digest: (text: string) => string;
  readonly now: () => Date;
  readonly pause: (attempt: number) => Promise<void>;
};

/** So many findings stand in the answer itself; the rest is read page by page. */
const answered = 200;
const maxAttempts = 60;

type Read = {
  readonly raw: readonly KeptRecord[];
  readonly kept: readonly KeptRecord[];
  readonly reading: Reading;
  readonly unread: Manifest['unread'];
};

/** A row that cannot be read says nothing of its record, least of all that it is gone. */
const unreadOf = (contract: Contract, records: readonly unknown[], raw: readonly KeptRecord[]): Manifest['unread'] => {
  const readable = new Set(raw.map(({ row }) => row));
  const ids = records.flatMap((record, at) => {
    if (readable.has(at + 1)) return [];
    const id = contract.fields.recordId!.schema.safeParse((record as { recordId?: unknown } | null)?.recordId);
    return [id.success ? String(id.data) : undefined];
  });
  if (ids.length === 0) return undefined;
  const named = ids.filter((id) => id !== undefined);
  return named.length === ids.length ? named : 'all';
};

const rosterKept: Warning = {
  code: 'ROSTER_KEPT',
  message: {
    zh: '花名册中有行连记录编号也无法读取，因此未列出的记录均予保留；改正后重报即可替换。',
    en: 'Rows of the roster cannot be read, not even whose they are: records left out of it are kept. Correct them and send it again.',
  },
};

/** Reads the rows against the contract; throws Problem NO_VALID_RECORDS when none can be judged. */
const read = ({ contract, chain }: Admitted, { records }: Submission, { tokenise }: SubmitDeps): Read => {
  const { period, mode } = chain;
  const { records: raw, ...reading } = normalise(contract, records, { period, mode }, maxFaultsKept);
  if (records.length > 0 && raw.length === 0) {
    throw new Problem(
      'NO_VALID_RECORDS',
      {
        zh: `${records.length} 条记录均无法判定，未保存任何内容；请按所列逐条改正。`,
        en: `None of the ${records.length} records can be judged and nothing was stored; correct them as listed.`,
      },
      reading.faults,
      reading.faultsTotal,
    );
  }
  const kept = raw.map(({ row, record }) => ({ row, record: tokenise(contract, record) }));
  const unread = mode === 'roster' ? unreadOf(contract, records, raw) : undefined;
  const warnings = unread === 'all' ? [rosterKept, ...reading.warnings] : reading.warnings;
  return { raw, kept, reading: { ...reading, warnings }, unread };
};

/** A branch takes back only what it reported itself. Throws Problem INVALID_BODY otherwise. */
const refuseForeignWithdrawals = async ({ chain }: Admitted, withdraws: readonly string[], deps: SubmitDeps) => {
  const { enterprise, recordKind, branchId } = chain;
  const tracks = await deps.tracks(withdraws.map((recordKey) => ({ enterprise, recordKind, recordKey })));
  const faults = withdraws.flatMap((recordKey, n) =>
    tracks[n]!.track === undefined || tracks[n]!.track.branchId === branchId
      ? []
      : [
          {
            code: 'WITHDRAWS_OF_OTHER_BRANCH',
            pointer: `/withdraws/${n}`,
            found: shown(recordKey),
            cause: { zh: '该记录由其他网点最后报送。', en: 'Another branch was the last to report this record.' },
            fix: { zh: '由该网点撤回。', en: 'Let that branch withdraw it.' },
          },
        ],
  );
  if (faults.length > 0) {
    throw new Problem(
      'INVALID_BODY',
      { zh: '不能撤回其他网点的记录。', en: 'A branch withdraws its own records only.' },
      faults,
    );
  }
};

/** The audit of a recorded submission as its sender sees it. */
export const auditRecorded = async (manifest: Manifest, deps: SubmitDeps): Promise<Audit> => {
  const { id } = manifest.view;
  const [reading, findings] = await Promise.all([deps.reading(id), deps.findings(manifest, 0, answered)]);
  const next = findings.length < manifest.findingsTotal ? deps.cursorAfter(id, findings.length) : null;
  return auditOf(manifest, reading, findings, next);
};

/**
 * Judges a submission by the law in force on each record's own date and records what was found; nothing is answered
 * that was not recorded first. The same bytes as the head of the chain give the head's audit again (`isNew` false).
 * With `dryRun` the same is judged and nothing stored.
 * Throws Problem: see admit; NO_VALID_RECORDS when every row is malformed.
 */
export const submitRecords = async (
  submission: Submission,
  bodyDigest: string,
  principal: Principal,
  dryRun: boolean,
  deps: SubmitDeps,
): Promise<{ readonly isNew: boolean; readonly audit: Audit }> => {
  const admitted = await admit(submission, principal, deps.kinds, deps.enterprise);
  const { contract, chain, region, sector, countingGroup } = admitted;
  const withdraws = submission.withdraws ?? [];
  const { raw, kept, reading, unread } = read(admitted, submission, deps);
  await refuseForeignWithdrawals(admitted, withdraws, deps);
  const law = deps.lawOf(contract.kind);

  const manifestAs = (id: string, supersedes: string | undefined): Manifest => ({
    view: {
      id,
      status: 'recording',
      ...chain,
      region,
      sector,
      nil: submission.nil === true,
      ...(supersedes !== undefined && { supersedes }),
      receivedAt: deps.now().toISOString(),
      release: deps.release,
      counts: countsOf([], submission.records.length),
    },
    digest: bodyDigest,
    countingGroup,
    withdraws,
    ...(unread !== undefined && { unread }),
    findingsTotal: 0,
    beyondHoldings: [],
  });
  const judgedAs = async (manifest: Manifest) => {
    const judged = await judgeProjected(kept, manifest, law, deps);
    return { judged, counts: countsOf(judged, submission.records.length) };
  };

  if (dryRun) {
    const manifest = manifestAs(`dry-run-${bodyDigest.slice(0, 24)}`, undefined);
    const { judged, counts } = await judgedAs(manifest);
    const findings = findingsOf(judged, law.ruleOf);
    const whole = { ...manifest, view: { ...manifest.view, counts }, findingsTotal: findings.length };
    return {
      isNew: false,
      audit: { ...auditOf(whole, reading, findings.slice(0, answered), null), status: 'audited', dryRun: true },
    };
  }

  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await deps.pause(attempt);
    const head = await deps.head(chain);
    if (head.recording !== undefined) {
      const finished = await deps.record(head.recording);
      if (finished.digest === bodyDigest) return { isNew: true, audit: await auditRecorded(finished, deps) };
      continue;
    }
    if (head.current !== undefined && head.currentDigest === bodyDigest) {
      const current = await deps.manifest(head.current);
      return { isNew: false, audit: await auditRecorded(current!, deps) };
    }
    const id = deps.digest(JSON.stringify([chain, head.current ?? null, bodyDigest])).slice(0, 32);
    const begun = manifestAs(id, head.current);
    const { judged, counts } = await judgedAs(begun);
    const manifest = { ...begun, view: { ...begun.view, counts } };
    const violating = new Set(
      judged.flatMap(({ row, judgements }) => (judgements.some(({ verdict }) => verdict === 'violation') ? [row] : [])),
    );
    await deps.keep(id, kept, reading);
    if (violating.size > 0)
      await deps.seal(
        id,
        raw.filter(({ row }) => violating.has(row)),
      );
    const entry: JournalEntry = {
      id: 'submission.recording',
      stream: id,
      type: 'submission.recording',
      at: begun.view.receivedAt,
      detail: { submission: id, enterprise: chain.enterprise, branchId: chain.branchId, recordKind: chain.recordKind },
    };
    if (!(await deps.begin(manifest, head, entry))) continue;
    return { isNew: true, audit: await auditRecorded(await deps.record(id), deps) };
  }
  throw new Problem('CONFLICT', {
    zh: '同一链条上的报送过于频繁，请稍后重试。',
    en: 'Too many submissions arrive on this chain at once; try again later.',
  });
};
