import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { accessLogFormat } from './access-log.ts';
import { type Route, routes } from './routes.ts';
import { logsKept, type Settings } from './settings.ts';

type Props = StackProps & {
  readonly kind: 'jwt' | 'iam';
  readonly settings: Settings;
  readonly functions: ReadonlyMap<string, IFunction>;
};

/**
 * Who must prove themselves, and how. On the `iam` API everybody signs, for the public routes too: without an ICP
 * licence API Gateway in China answers nobody else.
 */
const authorizerOf = (
  kind: Props['kind'],
  { jwtIssuer, jwtAudience }: Settings,
): ((route: Route) => IHttpRouteAuthorizer) => {
  if (kind === 'iam') {
    const signed = new HttpIamAuthorizer();
    return () => signed;
  }
  const token = new HttpJwtAuthorizer('token', jwtIssuer, { jwtAudience: [...jwtAudience] });
  const nobody = new HttpNoneAuthorizer();
  return ({ who }) => (who === 'public' ? nobody : token);
};

/** One of the two APIs over the same functions, as a route has one authorizer. */
export class ApiStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { kind, settings, functions, ...props }: Props) {
    super(scope, id, props);
    this.api = new HttpApi(this, 'api', { apiName: `fanzha-${kind}`, createDefaultStage: false });
    const stage = new HttpStage(this, 'stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsPerSecond * 2 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, 'access', { retention: logsKept })),
        format: accessLogFormat,
      },
    });

    const authorizer = authorizerOf(kind, settings);
    const integrations = new Map(
      [...functions].map(([run, made]) => [run, new HttpLambdaIntegration(`to-${run}`, made)] as const),
    );
    for (const route of routes) {
      this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrations.get(route.run)!,
        authorizer: authorizer(route),
      });
    }
    new CfnOutput(this, 'Address', { value: stage.url });
  }
}
