import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Wire } from './table-dynalite.ts';
import { type Refusal, refusal } from './table-refusals.ts';

const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MAX_REQUEST_BYTES) throw refusal('ValidationException', 'request larger than 16 MiB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

const parsed = (body: string): Wire => {
  try {
    const request: unknown = JSON.parse(body);
    if (typeof request === 'object' && request !== null && !Array.isArray(request)) return request;
  } catch {} // answered below, like any other body that is no object
  throw refusal('SerializationException', 'the body is not a JSON object');
};

const send = (response: ServerResponse, status: number, answer: unknown) => {
  const body = JSON.stringify(answer); // a string goes out in one write with the headers
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
};

/**
 * DynamoDB's protocol: POST, the operation in `x-amz-target`, JSON both ways. Signatures are not verified: it listens on
 * the loopback address only, and whoever can reach it there can read its files as well.
 */
export const serveTable = (operations: Readonly<Record<string, (request: Wire) => Promise<Wire>>>): Server =>
  createServer((request, response) => {
    const answer = async () => {
      const name = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
      const body = await bodyOf(request);
      if (!Object.hasOwn(operations, name)) throw refusal('UnknownOperationException', `no operation ${name} here`);
      return operations[name]!(parsed(body));
    };
    answer().then(
      (answered) => send(response, 200, answered),
      (error: Partial<Refusal>) => {
        if (error.statusCode && error.body) send(response, error.statusCode, error.body);
        else send(response, 500, { __type: 'InternalServerError', message: String(error.stack ?? error) });
      },
    );
  });
