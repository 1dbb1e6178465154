import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../infra/cloud/routes.ts';
import { type Synthesis, synthesised } from './synthesis.ts';

let synthesis: Synthesis;
beforeAll(() => {
  synthesis = synthesised('cn-north-1', {
    jwtIssuer: 'https://login.example.cn',
    jwtAudience: 'audit console',
    iamPrincipals: '{"arn:aws-cn:iam::123456789012:role/desk":{"role":"enterprise"}}',
  });
});

const inStack = (stack: string, type: string) => synthesis.ofType(type).filter((one) => one.stack === stack);

/** Route → authorizer and function, as the API has them. */
const served = (stack: string) => {
  const integrations = new Map(
    inStack(stack, 'AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [id, properties.IntegrationUri]),
  );
  return Object.fromEntries(
    inStack(stack, 'AWS::ApiGatewayV2::Route').map(({ properties }) => [
      properties.RouteKey,
      {
        by: properties.AuthorizationType,
        runs: integrations.get(properties.Target.replace('integrations/', '')),
      },
    ]),
  );
};

const routesBy = (authorization: (who: (typeof routes)[number]['who']) => string) =>
  Object.fromEntries(
    routes.map(({ method, path, run, who }) => [
      `${method} ${path}`,
      { by: authorization(who), runs: `${run.replaceAll('-', '')}.Arn` },
    ]),
  );

it('the jwt API has every route: public ones for anybody, all others for a token of the issuer', () => {
  expect(served('api-jwt')).toEqual(routesBy((who) => (who === 'public' ? 'NONE' : 'JWT')));
  expect(inStack('api-jwt', 'AWS::ApiGatewayV2::Authorizer').map(({ properties }) => properties)).toEqual([
    {
      ApiId: 'api',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: ['audit', 'console'], Issuer: 'https://login.example.cn' },
      Name: 'token',
    },
  ]);
});

it('the iam API has every route, each signed for: it is complete where only signed requests are answered', () => {
  expect(served('api-iam')).toEqual(routesBy(() => 'AWS_IAM'));
});

it('the functions that ask who calls are told which role is whom', () => {
  const [one] = synthesis.ofType('AWS::Lambda::Function').filter(({ id }) => id === 'submitrecords');
  expect(one!.properties.Environment.Variables.IAM_PRINCIPALS).toBe(
    '{"arn:aws-cn:iam::123456789012:role/desk":{"role":"enterprise"}}',
  );
});

it('an API may call a function on its own route only', () => {
  const permissions = inStack('api-jwt', 'AWS::Lambda::Permission').map(({ properties }) => properties);
  expect(permissions.map(({ Principal }) => Principal)).toEqual(routes.map(() => 'apigateway.amazonaws.com'));
  const called = permissions.map(({ FunctionName, SourceArn }) => `${FunctionName} ${SourceArn.split(':api/').at(-1)}`);
  expect(called.sort()).toEqual(routes.map(({ run, path }) => `${run.replaceAll('-', '')}.Arn */*${path}`).sort());
});

describe.each(['api-jwt', 'api-iam'])('%s', (stack) => {
  it('logs who asked for which route and how it went: no body, query, header, path or address', () => {
    const [stage] = inStack(stack, 'AWS::ApiGatewayV2::Stage');
    expect(JSON.parse(stage!.properties.AccessLogSettings.Format)).toEqual({
      requestId: '$context.requestId',
      at: '$context.requestTime',
      route: '$context.routeKey',
      status: '$context.status',
      caller: '$context.authorizer.claims.sub',
      signer: '$context.identity.userArn',
      refusedBecause: '$context.error.message',
      milliseconds: '$context.responseLatency',
      bytes: '$context.responseLength',
    });
    expect(stage!.properties.AccessLogSettings.DestinationArn).toBe('access.Arn');
  });

  it('lets through 200 requests a second', () => {
    const [stage] = inStack(stack, 'AWS::ApiGatewayV2::Stage');
    expect(stage!.properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 });
  });
});

it('every log is kept for a year and survives the stack: the law asks for six months', () => {
  const logs = synthesis.ofType('AWS::Logs::LogGroup');
  expect(logs.filter(({ properties }) => properties.RetentionInDays !== 365)).toEqual([]);
  expect(logs.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain')).toEqual([]);
});
