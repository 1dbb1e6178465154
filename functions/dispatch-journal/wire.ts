import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Addressed, addresseeOf } from '../../events/addressee.ts';
import type { JournalEntry } from '../../events/journal.ts';
import { ruleIndex } from '../../rules/generated/rule-index.generated.ts';
import { delivering } from '../deliver-webhooks/wire.ts';
import { BUS_NAME, TOPIC_ARN } from '../env.ts';
import { type NotifyDeps, notifyAuthorities } from '../notify-authorities/notify-authorities.ts';
import { type NotifyEnterpriseDeps, notifyEnterprise } from '../notify-enterprise/notify-enterprise.ts';
import { journalStore } from '../store/journal.ts';
import { marksStore } from '../store/marks.ts';
import { noticesStore } from '../store/notices.ts';
import { registryStore } from '../store/registry.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { dispatchJournal } from './dispatch-journal.ts';
import { publishing } from './publish.ts';

/** The dispatcher waits so long for webhooks; what takes longer goes on beside it, or is left to the next minute. */
const webhookMs = 2_000;

const titles = new Map(ruleIndex.map(({ id, title }) => [id, title]));

const logged = (what: string) => (about: string, error: unknown) => {
  // Messages may quote what somebody sent: the log keeps the error's name.
  const name = error instanceof Error ? error.name : typeof error;
  console.error(JSON.stringify({ level: 'error', what, about, error: name }));
};

/** The dispatcher over one table; gives back the entries that failed. */
export const dispatching = (db: DynamoDBClient, table: string) => {
  const { entriesOf, pagesOf, markDispatched } = journalStore(db, table);
  const marks = marksStore(db, table);
  const { ofAddressee } = subscriptionsStore(db, table);
  const { deliver } = delivering(db, table);
  const publish = publishing(process.env[BUS_NAME], process.env[TOPIC_ARN], entriesOf);

  const { append } = noticesStore(db, table);
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const now = () => new Date();
  const notify: NotifyDeps = {
    titleOf: (rule) => titles.get(rule) ?? { zh: rule, en: rule },
    digest,
    authorities: registryStore(db, table).authorities,
    ...{ entriesOf, pagesOf, append },
    isDone: (entry) => marks.isDone('notify', entry),
    done: (entry) => marks.done('notify', entry),
    now,
  };
  const { upload } = uploadsStore(db, table);
  const enterprise: NotifyEnterpriseDeps = { upload, append, digest, now };

  /** Webhooks of those concerned at once, not only once a minute. Nothing that goes wrong there is ours. */
  const deliverTo = async (addressee: string): Promise<void> => {
    const active = (await ofAddressee(addressee)).filter(({ status }) => status === 'active');
    await Promise.all(active.map(deliver));
  };

  return async (entries: readonly JournalEntry[]): Promise<ReadonlySet<JournalEntry>> => {
    const failed = await dispatchJournal(entries, {
      consumers: [(entry) => notifyAuthorities(entry, notify), (entry) => notifyEnterprise(entry, enterprise)],
      publish,
      markDispatched,
      failed: (entry, error) => logged('dispatch')(`${entry.stream} ${entry.id}`, error),
    });
    const concerned = entries.filter(({ type }) => type === 'notice.created' || type === 'subscription.changed');
    const addressees = new Set(concerned.map(({ detail }) => addresseeOf(detail as Addressed)));
    const deliveries = [...addressees].map((addressee) =>
      deliverTo(addressee).catch((error) => logged('webhooks')(addressee, error)),
    );
    if (deliveries.length > 0) {
      const done = new AbortController();
      const late = setTimeout(webhookMs, undefined, { signal: done.signal }).catch(() => {});
      await Promise.race([Promise.all(deliveries), late]);
      done.abort();
    }
    return failed;
  };
};
