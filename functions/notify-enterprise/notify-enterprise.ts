import * as z from 'zod';
import type { Text } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Notice } from '../../events/notice.ts';
import { Counts } from '../../events/submission.ts';
import type { Upload } from '../../events/upload.ts';

type Draft = Omit<Notice, 'sequence' | 'createdAt'>;
type State = NonNullable<Notice['state']>;

export type NotifyEnterpriseDeps = {
  readonly upload: (submission: string) => Promise<Upload | undefined>;
  /** Gives the notice its place, with a mark that `because` brought it forth: a second time changes nothing. */
  readonly append: (draft: Draft, createdAt: string, because: JournalEntry) => Promise<void>;
  /** Ids are digests of what they stand for: the same notice has the same id, whoever works it out and when. */
  readonly digest: (text: string) => string;
  readonly now: () => Date;
};

const endOf: Partial<Record<JournalEntry['type'], State>> = {
  'submission.audited': 'audited',
  'submission.refused': 'refused',
  'submission.failed': 'failed',
};

const titles: Readonly<Record<State, Text>> = {
  audited: { zh: '文件已审计', en: 'A file is audited' },
  refused: { zh: '文件被退回', en: 'A file is refused' },
  failed: { zh: '文件处理失败，可以恢复', en: 'Work on a file has failed and can be resumed' },
};

const Audited = z.object({ counts: Counts });
const Refused = z.object({ faultsTotal: z.int() });

/** Of a refused file no record is counted; how many faults it has is all there is. */
const countsOf = (state: State, { detail }: JournalEntry): Pick<Draft, 'counts'> => {
  if (state === 'audited') return { counts: Audited.parse(detail).counts };
  return state === 'refused' ? { counts: { faults: Refused.parse(detail).faultsTotal } } : {};
};

const draftOf = (state: State, because: JournalEntry, upload: Upload, { digest }: NotifyEnterpriseDeps): Draft => {
  const { chain, region, sector } = upload;
  const { enterprise, branchId, recordKind, period } = chain;
  const { zh, en } = titles[state];
  return {
    id: digest(JSON.stringify(['upload.ended', enterprise, because.stream, because.id])).slice(0, 32),
    type: 'upload.ended',
    title: {
      zh: `${zh}：${recordKind}，${period.from} 至 ${period.to}`,
      en: `${en}: ${recordKind} for ${period.from} to ${period.to}`,
    },
    link: `/v1/submissions/${because.stream}`,
    submission: because.stream,
    ...{ state, enterprise, branchId, region, sector },
    ...countsOf(state, because),
  };
};

/**
 * Tells an enterprise that a file of its own has ended, and how; who sent records as a body has the answer already.
 * Repeated after a crash at any point it makes the notice that is missing, and no second one.
 */
export const notifyEnterprise = async (entry: JournalEntry, deps: NotifyEnterpriseDeps): Promise<void> => {
  const state = endOf[entry.type];
  const upload = state && (await deps.upload(entry.stream));
  if (upload === undefined) return;
  await deps.append(draftOf(state!, entry, upload, deps), deps.now().toISOString(), entry);
};
