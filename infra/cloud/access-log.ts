import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * Who asked for what and how it went, one JSON line a request. Never a body, a query string, a header or the path as it
 * was asked for: any of them may hold somebody's number. The route's key has `{id}` in the place of ids.
 */
export const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    caller: '$context.authorizer.claims.sub',
    signer: '$context.identity.userArn',
    refusedBecause: '$context.error.message',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
  }),
);
