import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { auditFunction } from './audit-function.ts';
import type { Resources } from './grants.ts';
import { workers } from './routes.ts';
import { limitEnvironment, type Settings } from './settings.ts';

type Props = StackProps & { readonly settings: Settings; readonly resources: Resources };

const longestRun = Duration.minutes(15);

/** A run ends before the next one begins: no two of a kind, as on one machine. */
const timeoutOf = (everyMinutes: number): Duration =>
  Duration.seconds(Math.min(everyMinutes * 60 - 5, longestRun.toSeconds()));

const queue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

/** Journal entries are new items: what changes or goes wakes nobody. */
const follow = (consumer: Lambda, { table }: Resources, deadLetters: Queue): void => {
  const streamArn = table.tableStreamArn!;
  const granted = [
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
    // The one action of streams that knows no resource.
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
  ];
  for (const statement of granted) consumer.addToRolePolicy(statement);
  const mapping = new EventSourceMapping(consumer, 'stream', {
    target: consumer,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [{ pattern: JSON.stringify({ eventName: ['INSERT'] }) }],
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // After that the rest waits no longer: the sweep finds what was not dispatched.
    retryAttempts: 5,
    onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
  });
  mapping.node.addDependency(consumer.role!);
};

/** What runs without being asked. */
export class WorkersStack extends Stack {
  readonly functions: ReadonlyMap<string, Lambda>;
  /** Those that read the table's stream, by name. */
  readonly streamWorkers: readonly string[];
  readonly deadLetters: ReadonlyMap<string, Queue>;

  constructor(scope: Construct, id: string, { settings, resources, ...props }: Props) {
    super(scope, id, props);
    const ofStream = queue(this, 'stream-dead-letters');
    const ofSchedule = queue(this, 'schedule-dead-letters');
    const made = workers.map(({ run, on, may }) => {
      const timeout = on === 'stream' ? Duration.minutes(1) : timeoutOf(on.everyMinutes);
      const environment = limitEnvironment(run, settings);
      const worker = auditFunction(this, run, { may, timeout, environment, settings, resources });
      if (on === 'stream') {
        follow(worker, resources, ofStream);
      } else {
        // No retries: the next run does what this one left.
        worker.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(on.everyMinutes) });
        const target = new LambdaFunction(worker, { deadLetterQueue: ofSchedule, retryAttempts: 0 });
        new Rule(this, `${run}-rate`, {
          schedule: Schedule.rate(Duration.minutes(on.everyMinutes)),
          targets: [target],
        });
      }
      return [run, worker] as const;
    });
    this.functions = new Map(made);
    this.streamWorkers = workers.filter(({ on }) => on === 'stream').map(({ run }) => run);
    this.deadLetters = new Map([
      ['stream-dead-letters', ofStream],
      ['schedule-dead-letters', ofSchedule],
    ]);
  }
}
