import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One thing told: to the bus with its detail-type and source, to the topic with its attribute. */
export type Told = {
  readonly to: string;
  readonly as: string;
  readonly source?: string;
  readonly at?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what is told has many shapes, and tests compare whole values
  readonly detail: any;
};
type Refusal = { readonly status: number; readonly code: string };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

type Put = { EventBusName: string; Source: string; DetailType: string; Time: number; Detail: string };
const ofBus = (body: string): Told[] =>
  JSON.parse(body).Entries.map(({ EventBusName, Source, DetailType, Time, Detail }: Put) => ({
    to: EventBusName,
    as: DetailType,
    source: Source,
    at: new Date(Time * 1000).toISOString(),
    detail: JSON.parse(Detail),
  }));

const ofTopic = (body: string): Told[] => {
  const form = new URLSearchParams(body);
  const attribute = ['Name', 'Value.StringValue'].map((name) => form.get(`MessageAttributes.entry.1.${name}`));
  return [{ to: form.get('TopicArn')!, as: attribute.join('='), detail: JSON.parse(form.get('Message')!) }];
};

/** EventBridge and SNS on this machine, as far as we use them: each keeps what it took, and refuses what it is told to. */
export const anOutside = async () => {
  const taken: Told[] = [];
  const asked = { bus: 0, topic: 0 };
  /** Why the bus refuses one entry of a request that it takes. */
  let refusalOfEntry: (told: Told) => string | undefined = () => undefined;
  let refusal: Refusal | 'silence' | undefined;
  const server = createServer(async (request, response) => {
    const isBus = request.headers['x-amz-target'] === 'AWSEvents.PutEvents';
    const tells = (isBus ? ofBus : ofTopic)(await bodyOf(request));
    asked[isBus ? 'bus' : 'topic'] += 1;
    if (refusal === 'silence') return;
    if (refusal !== undefined) {
      const { status, code } = refusal;
      const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`;
      response.writeHead(status).end(isBus ? JSON.stringify({ __type: code }) : xml);
      return;
    }
    const codes = tells.map((told) => (isBus ? refusalOfEntry(told) : undefined));
    taken.push(...tells.filter((_, n) => codes[n] === undefined));
    const Entries = codes.map((ErrorCode, n) => (ErrorCode === undefined ? { EventId: `e${n}` } : { ErrorCode }));
    const FailedEntryCount = codes.filter((code) => code !== undefined).length;
    const xml = '<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>';
    response.writeHead(200).end(isBus ? JSON.stringify({ FailedEntryCount, Entries }) : xml);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    asked,
    refuseEntries: (why: typeof refusalOfEntry) => {
      refusalOfEntry = why;
    },
    /** From now on every request is answered so, or never; undefined takes them again. */
    refuse: (how: typeof refusal) => {
      refusal = how;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
