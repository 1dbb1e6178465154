import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Principal } from '../../events/principal.ts';

/** One request, as a handler's body sees it. */
export type Call = {
  /** Who calls; on a public route there is nobody and reading this throws. */
  readonly principal: Principal;
  readonly path: Readonly<Record<string, string>>;
  /** Decoded query; a repeated name is refused. */
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body and its exact bytes; throws Problem MALFORMED_JSON, UNSUPPORTED_MEDIA_TYPE or BODY_TOO_LARGE. */
  readonly body: () => { readonly json: unknown; readonly bytes: Buffer };
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string or bytes as they are. */
  readonly body?: unknown;
};

export type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
