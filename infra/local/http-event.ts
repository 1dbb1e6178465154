import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../cloud/routes.ts';

export type Match = { readonly route: Route; readonly pathParameters: Record<string, string> };

const parameterName = (part: string): string | undefined => /^\{(\w+)\}$/.exec(part)?.[1];

const matched = (route: Route, segments: readonly string[]): Match | undefined => {
  const parts = route.path.split('/');
  const pathParameters: Record<string, string> = {};
  const fits =
    parts.length === segments.length &&
    parts.every((part, at) => {
      const name = parameterName(part);
      if (name === undefined) return part === segments[at];
      pathParameters[name] = segments[at]!;
      return segments[at] !== '';
    });
  return fits ? { route, pathParameters } : undefined;
};

/**
 * The route a request is for, and its decoded parameters: a fixed path wins over one with parameters.
 * Throws URIError for a `%` that does not decode.
 */
export const matchOf = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  const segments = path.split('/').map(decodeURIComponent);
  return routes
    .filter((route) => route.method === method)
    .map((route) => matched(route, segments))
    .filter((match) => match !== undefined)
    .sort((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length)[0];
};

const isText = (contentType: string): boolean => /^(text\/|application\/(json|xml|javascript))/i.test(contentType);

const joinedHeaders = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values!.join(',')]));

const joinedQuery = (raw: string): Record<string, string> | undefined => {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value;
  }
  return raw === '' ? undefined : query;
};

/** A request as an HTTP API hands it to a function: payload format 2.0, `rawPath` decoded, `rawQueryString` not. */
export const eventOf = (
  request: IncomingMessage,
  body: Buffer,
  { route, pathParameters }: Match,
  authorizer?: object,
): APIGatewayProxyEventV2 => {
  const [path = '/', ...query] = request.url!.split('?');
  const rawQueryString = query.join('?');
  const headers = joinedHeaders(request);
  const queryStringParameters = joinedQuery(rawQueryString);
  const isPlain = isText(headers['content-type'] ?? '') && isUtf8(body);
  const rawPath = decodeURIComponent(path);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath,
    rawQueryString,
    headers,
    ...(queryStringParameters && { queryStringParameters }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: route.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(authorizer && { authorizer }),
    } as APIGatewayProxyEventV2['requestContext'],
    ...(body.length > 0 && { body: body.toString(isPlain ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isPlain,
  };
};

/** Sends what a function answered. */
export const send = (response: ServerResponse, answer: APIGatewayProxyStructuredResultV2): void => {
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  response.statusCode = answer.statusCode ?? 200;
  if (response.statusCode !== 204) response.setHeader('content-length', body.length);
  response.end(body);
};

/** What the gateway itself refuses has the gateway's plain body, here and in the cloud. */
export const refuse = (response: ServerResponse, statusCode: number, message: string): void =>
  send(response, { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) });
