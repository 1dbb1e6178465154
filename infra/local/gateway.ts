import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from '../cloud/routes.ts';
import type { Functions } from './functions.ts';
import { eventOf, type Match, matchOf, refuse, send } from './http-event.ts';

/** API Gateway's own limit; the functions have a narrower one of their own. */
const maxBytes = 10 * 1024 * 1024;

/** Establishes the caller of a request with its body; undefined refuses. */
export type Authorizer = (request: IncomingMessage, body: Buffer) => Promise<object | undefined>;

export type Gateway = {
  readonly routes: readonly Route[];
  readonly functions: Functions['http'];
  readonly authorizer: Authorizer;
  /** Served beside the routes, to anyone: path → JSON. */
  readonly documents?: ReadonlyMap<string, object>;
  readonly log?: (line: string) => void;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk); // read on, or the client never hears the answer
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
};

const routed = (routes: readonly Route[], method: string, path: string): Match | 'undecodable' | undefined => {
  try {
    return matchOf(routes, method, path);
  } catch {
    return 'undecodable';
  }
};

const answered = async (gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = request.url!.split('?')[0]!;
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413, 'Request Entity Too Large');

  const document = request.method === 'GET' ? gateway.documents?.get(path) : undefined;
  if (document !== undefined) {
    return send(response, {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });
  }
  const match = routed(gateway.routes, request.method!, path);
  if (match === 'undecodable') return refuse(response, 400, 'Bad Request');
  if (match === undefined) return refuse(response, 404, 'Not Found');

  const isPublic = match.route.who === 'public';
  const authorizer = isPublic ? undefined : await gateway.authorizer(request, body);
  if (!isPublic && authorizer === undefined) return refuse(response, 401, 'Unauthorized');

  const run = gateway.functions.get(match.route.run)!;
  send(response, await run(eventOf(request, body, match, authorizer)));
};

/** An HTTP API in front of the functions: routes, authorizes and refuses as API Gateway does. */
export const openGateway = async (gateway: Gateway, port: number, host: string) => {
  const server: Server = createServer((request, response) => {
    const began = performance.now();
    response.on('finish', () => {
      const ms = (performance.now() - began).toFixed(1);
      gateway.log?.(`${request.method} ${request.url!.split('?')[0]} ${response.statusCode} ${ms} ms`);
    });
    answered(gateway, request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'Internal Server Error');
      else response.destroy();
    });
  });
  // Longer than clients keep an idle connection: closed from this side, it costs them a request.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async (): Promise<void> => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(patience);
    },
  };
};
