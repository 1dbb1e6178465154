import { createHash } from 'node:crypto';
import { type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { JournalEntry } from '../../events/journal.ts';
import type { Authority } from '../../events/registry.ts';
import { type NotifyDeps, notifyAuthorities } from '../../functions/notify-authorities/notify-authorities.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { marksStore } from '../../functions/store/marks.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { TABLE } from '../infra/local/table-client.ts';

export const hainan: Authority = {
  id: 'hn-telecom',
  name: { zh: '海南省通信管理局', en: 'Hainan Communications Administration' },
  sectors: ['telecom'],
  regions: ['46'],
};
export const uscc = '91460000MA5T00001X';

const place = { enterprise: uscc, branchId: 'hk-1', region: '4601', sector: 'telecom', recordKind: 'phone-card' };

/** What recording a submission writes when it opens a violation. */
export const opened = (submission: string, n: number, over: Record<string, string> = {}): JournalEntry => {
  const violation = createHash('sha256').update(`${submission} ${n}`).digest('hex').slice(0, 32);
  return {
    id: `violation.opened#${violation}`,
    stream: submission,
    type: 'violation.opened',
    at: '2026-03-01T00:00:00.000Z',
    detail: {
      violation,
      rule: 'atfl.10.card-count-limit',
      version: '2022-12-01.r1',
      article: '10',
      severity: 'major',
      recordId: `r-${String(n).padStart(3, '0')}`,
      ...place,
      ...over,
    },
  };
};

export const audited = (submission: string, over: Record<string, string> = {}): JournalEntry => ({
  id: 'submission.audited',
  stream: submission,
  type: 'submission.audited',
  at: '2026-03-01T00:00:01.000Z',
  detail: { submission, ...place, ...over },
});

export const writeEntries = async (db: DynamoDBClient, entries: readonly JournalEntry[]): Promise<void> => {
  for (let n = 0; n < entries.length; n += 100) {
    const TransactItems = entries.slice(n, n + 100).map((entry) => journalPut(TABLE, entry));
    await db.send(new TransactWriteItemsCommand({ TransactItems }));
  }
};

/** The consumer that makes notices, over a client that may die. */
export const notifier = (db: DynamoDBClient, authorities: readonly Authority[] = [hainan]) => {
  const marks = marksStore(db, TABLE);
  const deps: NotifyDeps = {
    titleOf: (rule) => ({ zh: rule, en: rule }),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    authorities: async () => authorities,
    entriesOf: journalStore(db, TABLE).entriesOf,
    pagesOf: journalStore(db, TABLE).pagesOf,
    append: noticesStore(db, TABLE).append,
    isDone: (entry) => marks.isDone('notify', entry),
    done: (entry) => marks.done('notify', entry),
    now: () => new Date('2026-03-01T00:00:02Z'),
  };
  return (entry: JournalEntry) => notifyAuthorities(entry, deps);
};
