import type { IncomingMessage, ServerResponse } from 'node:http';
import { uploadsCors } from '../cloud/uploads-cors.ts';
import { refuse } from './objects-refusals.ts';

/** Pages of this machine: the store listens on it alone, so nobody else's page could have a link to it. */
const isOfThisMachine = (origin: string): boolean =>
  URL.canParse(origin) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);

const methods: readonly string[] = uploadsCors.methods;

/** Lets a browser give the answer to the page that asked; whatever the answer is, and nothing of it to other pages. */
const mayHear = (response: ServerResponse, origin: string): void => {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', uploadsCors.exposed.join(', '));
  response.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
};

/**
 * What a browser asks before a page may put a file by its link, answered as S3 answers it: true where that was all.
 * Throws a refusal where it may not. What is then put is told to the page, too.
 */
export const answerBrowser = (request: IncomingMessage, response: ServerResponse, takesPages: boolean): boolean => {
  const {
    origin,
    'access-control-request-method': wanted,
    'access-control-request-headers': headers,
  } = request.headers;
  const isPreflight = request.method === 'OPTIONS' && origin !== undefined && wanted !== undefined;
  const method = isPreflight ? wanted : (request.method ?? '');
  const isAllowed = takesPages && origin !== undefined && isOfThisMachine(origin) && methods.includes(method);
  if (isAllowed) mayHear(response, origin);
  if (!isPreflight) return false;
  if (!isAllowed) throw refuse('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  response.writeHead(200, {
    'access-control-allow-methods': methods.join(', '),
    ...(headers !== undefined && { 'access-control-allow-headers': headers }),
    'access-control-max-age': String(uploadsCors.maxAgeSeconds),
  });
  response.end();
  return true;
};
