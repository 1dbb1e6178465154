import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export type Received = { readonly id: string; readonly sequence: number; readonly verified: boolean };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const verifies = (secret: string, body: string, headers: IncomingMessage['headers']): boolean => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};

/** An authority's own system on this machine: takes webhooks, checks their signature and answers as told. */
export const aReceiver = async (secret: string) => {
  const received: Received[] = [];
  let status = 204;
  let headers: Record<string, string> = {};
  let hold: Promise<void> | undefined;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    await hold;
    received.push({
      id: String(request.headers['webhook-id']),
      sequence: JSON.parse(body).sequence,
      verified: verifies(secret, body, request.headers),
    });
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (code: number, with_: Record<string, string> = {}) => {
      status = code;
      headers = with_;
    },
    /** Answers nobody until the promise is kept. */
    holdUntil: (kept: Promise<void>) => {
      hold = kept;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
