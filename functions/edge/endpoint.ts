import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Principal, Role } from '../../events/principal.ts';
import { bodyOf } from './body.ts';
import { secured } from './headers.ts';
import { type IdempotencyStore, once } from './idempotency.ts';
import { principalOf } from './principal.ts';
import { problems } from './problems.ts';
import { queryOf } from './query.ts';

/** One request, as a handler's body sees it. */
export type Call = {
  /** Who calls; on a public route there is nobody and reading this throws. */
  readonly principal: Principal;
  readonly path: Readonly<Record<string, string>>;
  /** Decoded query; a repeated name is refused. */
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body and its exact bytes; throws Problem MALFORMED_JSON, UNSUPPORTED_MEDIA_TYPE or BODY_TOO_LARGE. */
  readonly body: () => { readonly json: unknown; readonly bytes: Buffer };
  /** `GET /v1/registry/enterprises`: for the handlers that serve several routes. */
  readonly route: string;
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string or bytes as they are. */
  readonly body?: unknown;
};

export type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export type EndpointOptions = {
  /** The same as the route says; test/architecture.test.ts compares them. */
  readonly who: 'public' | readonly Role[];
  /** Names the query may have; any other is refused. None where left out. */
  readonly query?: readonly string[];
  /** Where the answers to `Idempotency-Key` are kept; without it the header is ignored. */
  readonly idempotent?: IdempotencyStore;
};

/** A handler that says who may call it and which query names it knows: the API document and the tests read it. */
export type Endpoint = Handler & Required<Pick<EndpointOptions, 'who' | 'query'>>;

const sent = ({ status, headers, body }: Answer): APIGatewayProxyStructuredResultV2 => {
  if (body === undefined) return { statusCode: status, headers: secured(headers) };
  if (body instanceof Uint8Array) {
    return {
      statusCode: status,
      headers: secured(headers),
      body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
      isBase64Encoded: true,
    };
  }
  const isText = typeof body === 'string';
  return {
    statusCode: status,
    headers: secured({ 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json', ...headers }),
    body: isText ? body : JSON.stringify(body),
  };
};

/**
 * A Lambda for HTTP API v2 events: establishes who calls and what the query says, hands a Call to `answer` and sends
 * what it answers; a thrown Problem becomes problem details.
 */
export const endpoint = (answer: (call: Call) => Promise<Answer>, options: EndpointOptions): Endpoint => {
  const { who, query = [], idempotent } = options;

  const respond = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const principal = who === 'public' ? undefined : principalOf(event, who);
    const call: Call = {
      get principal(): Principal {
        if (principal === undefined) throw new Error('a public route has no principal');
        return principal;
      },
      path: (event.pathParameters as Record<string, string> | undefined) ?? {},
      query: queryOf(event, query),
      body: () => bodyOf(event),
      route: event.routeKey,
    };
    const work = async () => sent(await answer(call));
    return idempotent && principal ? once(idempotent, event, principal, work) : work();
  };

  const pipeline = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().use(problems()).handler(respond);
  return Object.assign((event: APIGatewayProxyEventV2) => pipeline(event, {} as never), { who, query });
};
