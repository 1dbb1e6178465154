import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Vary = {
  readonly claims?: Readonly<Record<string, string>>;
  readonly authorizer?: object;
  readonly query?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly rawPath?: string;
};

export const anEnterprise = { sub: 'e1', role: 'enterprise', enterprise: '91460000MA5T00001X' };

/** A POST of JSON by an enterprise; vary one thing. */
export const anEvent = ({ claims = anEnterprise, ...vary }: Vary = {}): APIGatewayProxyEventV2 =>
  ({
    version: '2.0',
    routeKey: 'POST /v1/things',
    rawPath: vary.rawPath ?? '/v1/things',
    rawQueryString: vary.query ?? '',
    headers: { 'content-type': 'application/json', ...vary.headers },
    pathParameters: vary.path,
    requestContext: { requestId: 'r1', authorizer: vary.authorizer ?? { jwt: { claims } } },
    body: Buffer.isBuffer(vary.body) ? vary.body.toString('base64') : vary.body,
    isBase64Encoded: Buffer.isBuffer(vary.body),
  }) as unknown as APIGatewayProxyEventV2;

export const jsonOf = ({ body }: APIGatewayProxyStructuredResultV2) => JSON.parse(body ?? 'null');
