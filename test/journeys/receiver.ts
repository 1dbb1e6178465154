import { once } from 'node:events';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** Somebody who takes webhooks on loopback and looks at their signatures. */
export const receiver = async () => {
  const taken: { readonly sequence: number; readonly isSigned: boolean }[] = [];
  let secret: string | undefined;
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString();
    // Who subscribes learns the secret from the answer, which the first delivery may overtake.
    while (secret === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    let isSigned = true;
    try {
      new Webhook(secret).verify(text, request.headers as Record<string, string>);
    } catch {
      isSigned = false;
    }
    taken.push({ sequence: JSON.parse(text).sequence ?? JSON.parse(text).data?.sequence, isSigned });
    answer.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as { readonly port: number }).port}/notices`,
    trust: (told: string) => {
      secret = told;
    },
    /** Sequence numbers as they first came. */
    sequences: () => [...new Set(taken.map(({ sequence }) => sequence))],
    received: () => taken.length,
    unsigned: () => taken.filter(({ isSigned }) => !isSigned).length,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
