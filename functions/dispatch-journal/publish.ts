import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Addressed, ownerOf } from '../../events/addressee.ts';
import { isStep, type JournalEntry } from '../../events/journal.ts';
import { told } from './told.ts';

/** Why an entry could not be told, by entry: an Error whose name says it. */
export type Untold = ReadonlyMap<JournalEntry, unknown>;
/** What to tell, and the entry that brought it: as long as one thing is not told, the entry is not. */
type Telling = { readonly because: JournalEntry; readonly tell: JournalEntry };
type Tell = (tellings: readonly Telling[], untold: Map<JournalEntry, unknown>) => Promise<void>;

const perRequest = 10;
/** An outlet that does not answer is given up for now: whoever dispatches has an end of their own. */
const maxMs = 20_000;
const requestHandler = { connectionTimeout: 2_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

const named = (name: string): Error => Object.assign(new Error('not published'), { name });

/** Calls `send` with so many at a time; after twenty seconds the rest is left untold. */
const inTurn = async (
  tellings: readonly Telling[],
  atATime: number,
  untold: Map<JournalEntry, unknown>,
  send: (some: readonly Telling[]) => Promise<void>,
): Promise<void> => {
  const until = performance.now() + maxMs;
  for (let n = 0; n < tellings.length; n += atATime) {
    const some = tellings.slice(n, n + atATime);
    const sent = performance.now() > until ? Promise.reject(named('TooLate')) : send(some);
    await sent.catch((error: unknown) => {
      for (const { because } of some) untold.set(because, error);
    });
  }
};

const toBus = (bus: string): Tell => {
  const client = new EventBridgeClient({ requestHandler });
  return (tellings, untold) =>
    inTurn(tellings, perRequest, untold, async (some) => {
      const put = new PutEventsCommand({
        Entries: some.map(({ tell }) => ({
          EventBusName: bus,
          Source: 'fanzha-audit',
          DetailType: tell.type,
          Time: new Date(tell.at),
          Detail: JSON.stringify(told(tell)),
        })),
      });
      const { Entries } = await client.send(put);
      // It takes some and refuses others, with status 200.
      for (const [at, { because }] of some.entries()) {
        const code = Entries?.[at]?.EventId === undefined ? (Entries?.[at]?.ErrorCode ?? 'NoAnswer') : undefined;
        if (code !== undefined) untold.set(because, named(code));
      }
    });
};

const toTopic = (topic: string): Tell => {
  const client = new SNSClient({ requestHandler });
  return (tellings, untold) => {
    const notices = tellings.filter(({ tell }) => tell.type === 'notice.created');
    return inTurn(notices, 1, untold, async (some) => {
      for (const { tell } of some) {
        // By these a subscriber of the topic chooses whose notices it hears.
        const MessageAttributes = Object.fromEntries(
          Object.entries(ownerOf(tell.detail as Addressed)).map(([whose, id]) => [
            whose,
            { DataType: 'String', StringValue: id },
          ]),
        );
        const Message = JSON.stringify(told(tell));
        await client.send(new PublishCommand({ TopicArn: topic, Message, MessageAttributes }));
      }
    });
  };
};

/** What tells of all the violations that its stream moved. */
const endsStream = ({ type }: JournalEntry): boolean => type === 'submission.audited' || type === 'periods.judged';

/**
 * Tells a bus and a topic, where there are such, what happened: at least once, under ids that stay the same. What a
 * submission, or a due day, did to violations is told with its last entry, since until then nobody may know of it; `entriesOf` gives the
 * entries of a stream whose id begins so. Gives back what could not be told.
 */
export const publishing = (
  bus: string | undefined,
  topic: string | undefined,
  entriesOf: (stream: string, of: string) => Promise<readonly JournalEntry[]>,
) => {
  const outlets = [...(bus ? [toBus(bus)] : []), ...(topic ? [toTopic(topic)] : [])];
  return async (entries: readonly JournalEntry[]): Promise<Untold> => {
    const untold = new Map<JournalEntry, unknown>();
    if (outlets.length === 0) return untold;
    const tellings: Telling[] = [];
    for (const because of entries.filter((entry) => !isStep(entry))) {
      const before = endsStream(because) ? entriesOf(because.stream, 'violation.') : [];
      try {
        for (const tell of [...(await before), because]) tellings.push({ because, tell });
      } catch (error) {
        untold.set(because, error);
      }
    }
    await Promise.all(outlets.map((tell) => tell(tellings, untold)));
    return untold;
  };
};
