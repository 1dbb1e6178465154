import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';

/** One AWS call as a policy names it, by the function that made it. */
export type Called = { readonly run: string; readonly action: string };

const writes: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const services: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  TrentService: 'kms',
  secretsmanager: 'secretsmanager',
  AWSEvents: 'events',
};

/** To look at an object is to read it. */
const objectActions: Readonly<Record<string, string>> = {
  ...{ GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' },
};

/** The actions that a request stands for: a transaction is allowed by its parts. */
export const actionsOf = (
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: string,
): string[] => {
  const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (operation === 'TransactWriteItems') {
    const { TransactItems } = JSON.parse(body) as { readonly TransactItems: readonly object[] };
    return [...new Set(TransactItems.flatMap((item) => Object.keys(item).map((part) => `dynamodb:${writes[part]}`)))];
  }
  if (operation === 'TransactGetItems') return ['dynamodb:GetItem'];
  if (operation !== '') return [`${services[service] ?? service}:${operation}`];
  const published = /(?:^|&)Action=(\w+)/.exec(body)?.[1];
  if (published !== undefined) return [`sns:${published}`];
  return [`s3:${objectActions[method!] ?? `${method} ${url}`}`];
};

/**
 * Stands between the functions and AWS, hands everything on as it is, and remembers who called what. A function names
 * itself by the SDK's application id.
 */
export const startRecorder = async (to: string) => {
  const called: Called[] = [];
  let refuses: (call: Called) => boolean = () => false;
  const target = new URL(to);
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part);
    const body = Buffer.concat(parts);
    const agents = `${asked.headers['user-agent']} ${asked.headers['x-amz-user-agent']}`;
    // Whoever has a link acts in the name of the function that signed it.
    const isByLink = asked.url!.includes('X-Amz-Signature=');
    const byLink = asked.method === 'GET' ? 'read-copy' : 'create-upload';
    const run = isByLink ? byLink : (/ app\/([\w-]+)/.exec(agents)?.[1] ?? 'unknown');
    const calls = actionsOf(asked, body.toString('latin1')).map((action) => ({ run, action }));
    if (calls.some(refuses)) {
      // What the SDK does not try again.
      answer.writeHead(403, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"AccessDeniedException"}');
      return;
    }
    called.push(...calls);
    const on = request(
      { host: target.hostname, port: target.port, method: asked.method, path: asked.url, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode!, got.headers);
        got.pipe(answer);
      },
    );
    on.on('error', () => answer.destroy());
    on.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`,
    /** From now on such calls are refused: as if the function had died right before. */
    refuse: (which: (call: Called) => boolean) => {
      refuses = which;
    },
    /** Each function's actions, sorted, each once. */
    calls: (): ReadonlyMap<string, readonly string[]> =>
      new Map(
        [...Map.groupBy(called, ({ run }) => run)].map(([run, all]) => [
          run,
          [...new Set(all.map(({ action }) => action))].sort(),
        ]),
      ),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
