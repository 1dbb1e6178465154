import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Finding } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Chain, Head, KeptRecord, Manifest, Reading } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import type { Audit, Release, Submission } from '../../events/submission.ts';
import type { Whereabouts } from '../../rules/engine/local-parameters.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { countsOf, findingsOf } from '../../rules/judged.ts';
import { type Asked, askedBy } from '../../rules/look-up.ts';
import type { Law } from '../record-submission/deps.ts';
import { admit } from './admit.ts';
import { auditOf } from './audit-of.ts';
import { goneBeside, judgeProjected, type ProjectDeps } from './judge-projected.ts';
import { judgeProjectedPeriods, type ProjectPeriodDeps } from './judge-projected-periods.ts';
import { readRecords } from './read-records.ts';
import { refuseForeignWithdrawals } from './refuse-withdrawals.ts';

export type SubmitDeps = ProjectDeps &
  ProjectPeriodDeps & {
    readonly kinds: Readonly<Record<string, Contract>>;
    readonly lawOf: (kind: string, at: Whereabouts) => Law;
    readonly release: Release;
    readonly enterprise: (uscc: string) => Promise<Enterprise | undefined>;
    readonly tokenise: (contract: Contract, record: AnyRecord) => AnyRecord;
    readonly head: (chain: Chain) => Promise<Head>;
    readonly manifest: (id: string) => Promise<Manifest | undefined>;
    /** What authorities' lists say now of the values asked about. */
    readonly lookUp: (asked: Asked) => Promise<Lists>;
    /** Gives the name under which it stands. */
    readonly keepLists: (id: string, said: Lists) => Promise<string>;
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

/** The audit of a recorded submission as its sender sees it. */
export const auditRecorded = async (manifest: Manifest, deps: SubmitDeps): Promise<Audit> => {
  const { id } = manifest.view;
  const [reading, findings] = await Promise.all([deps.reading(id), deps.findings(manifest, 0, answered)]);
  const next = findings.length < manifest.findingsTotal ? deps.cursorAfter(id, findings.length) : null;
  return auditOf(manifest, reading, findings, next);
};

const fileIsRecorded = (id: string): Problem =>
  new Problem('CONFLICT', {
    zh: `同一链条上的文件正在记录（/v1/submissions/${id}），完成后再报送。`,
    en: `A file is being recorded on the same chain (/v1/submissions/${id}); submit again once it is audited.`,
  });

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
  const { raw, kept, reading, unread } = readRecords(admitted, submission, deps.tokenise);
  await refuseForeignWithdrawals(chain, withdraws, deps);
  const law = deps.lawOf(contract.kind, { region, sector });

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
    const records = kept.map(({ record }) => record);
    const said = contract.looksUp && (await deps.lookUp(askedBy(contract.looksUp, records)));
    const gone = await goneBeside(kept, manifest, law, deps);
    const judged = await judgeProjected(kept, gone, manifest, law, deps, said);
    return { said, judged, counts: countsOf(judged, submission.records.length) };
  };

  if (dryRun) {
    const manifest = manifestAs(`dry-run-${bodyDigest.slice(0, 24)}`, undefined);
    const { judged, counts } = await judgedAs(manifest);
    const ofPeriods = await judgeProjectedPeriods(kept, manifest, law, deps);
    const findings = findingsOf([...judged, ...ofPeriods], law.ruleOf);
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
      if ((await deps.manifest(head.recording))?.isFile) throw fileIsRecorded(head.recording);
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
    const { said, judged, counts } = await judgedAs(begun);
    const lists = said && (await deps.keepLists(id, said));
    const manifest = { ...begun, view: { ...begun.view, counts }, ...(lists !== undefined && { lists }) };
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
