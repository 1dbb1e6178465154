import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { IAM_PRINCIPALS } from '../../functions/env.ts';
import { auditFunction } from './audit-function.ts';
import { mergedGrants, type Resources } from './grants.ts';
import { routes } from './routes.ts';
import { limitEnvironment, type Settings } from './settings.ts';

type Props = StackProps & { readonly settings: Settings; readonly resources: Resources };

/** The functions behind the routes, one for each name: both APIs stand over the same ones. */
export class FunctionsStack extends Stack {
  readonly functions: ReadonlyMap<string, IFunction>;

  constructor(scope: Construct, id: string, { settings, resources, ...props }: Props) {
    super(scope, id, props);
    const made = [...Map.groupBy(routes, ({ run }) => run)].map(([run, served]) => {
      const may = served.map((route) => route.may).reduce(mergedGrants);
      const isPublic = served.every(({ who }) => who === 'public');
      const principals: Record<string, string> = isPublic ? {} : { [IAM_PRINCIPALS]: settings.iamPrincipals };
      const environment = { ...principals, ...limitEnvironment(run, settings) };
      // API Gateway answers for a function that is silent for longer.
      const timeout = Duration.seconds(29);
      return [run, auditFunction(this, run, { may, timeout, environment, settings, resources })] as const;
    });
    this.functions = new Map(made);
  }
}
