import { type Duration, Size } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function as Lambda, Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { codeOf } from './bundling.ts';
import { environmentOf } from './environment.ts';
import { type Resources, statementsOf } from './grants.ts';
import type { Grants } from './routes.ts';
import { logsKept, type Settings } from './settings.ts';

export type AuditFunction = {
  readonly may: Grants;
  readonly timeout: Duration;
  /** Beside the names of what it may use. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly memoryMb?: number;
  readonly diskGb?: number;
  readonly settings: Settings;
  readonly resources: Resources;
};

/** The Lambda of functions/<run>/handler.ts, with a role of its own that may do what `may` says and write its own log. */
export const auditFunction = (
  scope: Construct,
  run: string,
  { may, timeout, environment, memoryMb = 1_024, diskGb, settings, resources }: AuditFunction,
): Lambda => {
  const logGroup = new LogGroup(scope, `${run}-log`, { retention: logsKept });
  // Without a role of ours CDK attaches a managed policy that writes to every log of the account.
  const role = new Role(scope, `${run}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  );
  for (const statement of statementsOf(may, resources)) role.addToPolicy(statement);
  return new Lambda(scope, run, {
    description: `functions/${run}`,
    code: codeOf(run),
    handler: 'index.handler',
    runtime: new Runtime(settings.runtime, RuntimeFamily.NODEJS),
    memorySize: memoryMb,
    ...(diskGb !== undefined && { ephemeralStorageSize: Size.gibibytes(diskGb) }),
    timeout,
    environment: { ...environmentOf(may, resources), ...environment },
    role,
    logGroup,
  });
};
