import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { JournalEntry } from '../../events/journal.ts';

/** Steps on the way to an audit are nobody's business outside, and there are thousands of them. */
const internal: ReadonlySet<JournalEntry['type']> = new Set(['submission.recording', 'holdings.changed']);

const perRequest = 10;

const toBus = (bus: string) => {
  const client = new EventBridgeClient();
  return async (entries: readonly JournalEntry[]): Promise<readonly JournalEntry[]> => {
    const failed: JournalEntry[] = [];
    for (let n = 0; n < entries.length; n += perRequest) {
      const some = entries.slice(n, n + perRequest);
      const put = new PutEventsCommand({
        Entries: some.map(({ id, stream, type, at, detail }) => ({
          EventBusName: bus,
          Source: 'fanzha-audit',
          DetailType: type,
          Time: new Date(at),
          // A notice is told as it is; of anything else, the entry says what stands behind it.
          Detail: JSON.stringify(type === 'notice.created' ? detail : { id, stream, at, ...detail }),
        })),
      });
      const answer = await client.send(put).catch(() => undefined);
      failed.push(...some.filter((_, at) => answer === undefined || answer.Entries?.[at]?.ErrorCode !== undefined));
    }
    return failed;
  };
};

const toTopic = (topic: string) => {
  const client = new SNSClient();
  return async (entries: readonly JournalEntry[]): Promise<readonly JournalEntry[]> => {
    const failed: JournalEntry[] = [];
    for (const entry of entries.filter(({ type }) => type === 'notice.created')) {
      const authority = { DataType: 'String', StringValue: String(entry.detail.authority) };
      const publish = new PublishCommand({
        TopicArn: topic,
        Message: JSON.stringify(entry.detail),
        MessageAttributes: { authority },
      });
      await client.send(publish).catch(() => failed.push(entry));
    }
    return failed;
  };
};

/** Tells a bus and a topic, where there are such, what happened: at least once, under ids that stay the same. */
export const publishing = (bus: string | undefined, topic: string | undefined) => {
  const outlets = [...(bus ? [toBus(bus)] : []), ...(topic ? [toTopic(topic)] : [])];
  return async (entries: readonly JournalEntry[]): Promise<readonly JournalEntry[]> => {
    const told = entries.filter(({ type }) => !internal.has(type));
    return (await Promise.all(outlets.map((tell) => tell(told)))).flat();
  };
};
