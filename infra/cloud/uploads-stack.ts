import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { auditFunction } from './audit-function.ts';
import type { Resources } from './grants.ts';
import { steps } from './routes.ts';
import { limitEnvironment, type Settings } from './settings.ts';
import { uploadsMachine } from './uploads-machine.ts';

type Props = StackProps & { readonly settings: Settings; readonly resources: Resources };

const longestStep = Duration.minutes(15);
/** Known before it is made: its own role names it. */
const machineName = 'fanzha-uploads';

const arnIn = (stack: Stack, resource: string, rest: string, arnFormat: ArnFormat): string =>
  stack.formatArn({ service: 'states', resource, resourceName: rest, arnFormat });

/** The machine, and a role that calls its steps and runs the executions of its own map, and does nothing more. */
const machineOf = (stack: Stack, functions: ReadonlyMap<string, Lambda>): CfnStateMachine => {
  const arnOf = (run: string): string => functions.get(run)!.functionArn;
  const role = new Role(stack, 'machine-role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  const machineArn = arnIn(stack, 'stateMachine', machineName, ArnFormat.COLON_RESOURCE_NAME);
  const children = arnIn(stack, 'execution', `${machineName}/*`, ArnFormat.COLON_RESOURCE_NAME);
  const allowed = [
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...functions.keys()].map(arnOf) }),
    new PolicyStatement({ actions: ['states:StartExecution'], resources: [machineArn] }),
    new PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [children] }),
  ];
  for (const statement of allowed) role.addToPolicy(statement);
  const machine = new CfnStateMachine(stack, 'machine', {
    stateMachineName: machineName,
    stateMachineType: 'STANDARD',
    roleArn: role.roleArn,
    definitionString: stack.toJsonString(
      uploadsMachine({
        prepare: arnOf('prepare-upload'),
        judge: arnOf('judge-upload-slices'),
        count: arnOf('count-upload'),
        record: arnOf('record-upload'),
        copy: arnOf('copy-upload'),
        fail: arnOf('fail-upload'),
      }),
    ),
  });
  machine.node.addDependency(role);
  return machine;
};

/** What works on files: begun by an object that was put, and by the journal where work goes on. */
export class UploadsStack extends Stack {
  readonly functions: ReadonlyMap<string, Lambda>;

  constructor(scope: Construct, id: string, { settings, resources, ...props }: Props) {
    super(scope, id, props);
    this.functions = new Map(
      steps.map(({ run, may, memoryMb, diskGb }) => {
        const size = { memoryMb, ...(diskGb !== undefined && { diskGb }) };
        const environment = limitEnvironment(run, settings);
        const made = { may, timeout: longestStep, environment, ...size, settings, resources };
        return [run, auditFunction(this, run, made)] as const;
      }),
    );
    const machine = machineOf(this, this.functions);
    const role = new Role(this, 'rules-role', { assumedBy: new ServicePrincipal('events.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.attrArn] }));
    const begins = (name: string, eventPattern: EventPattern, path: string, eventBus?: typeof resources.bus): void => {
      new Rule(this, name, {
        eventPattern,
        ...(eventBus && { eventBus }),
        targets: [{ bind: () => ({ arn: machine.attrArn, role, input: RuleTargetInput.fromEventPath(path) }) }],
      });
    };
    begins(
      'bytes-have-come',
      {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [resources.uploads.bucketName] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
      '$.detail.object',
    );
    begins('work-goes-on', { source: ['fanzha-audit'], detailType: ['upload.resumed'] }, '$.detail', resources.bus);
  }
}
