import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

type Props = StackProps & {
  readonly apis: ReadonlyMap<string, HttpApi>;
  readonly functions: ReadonlyMap<string, IFunction>;
  /** Those of `functions` that read the stream. */
  readonly stream: readonly string[];
  readonly deadLetters: ReadonlyMap<string, IQueue>;
};

/** A topic that CloudWatch may write to, which neither a key's nor a topic's own defaults allow. */
const alarmsTopic = (stack: Stack): Topic => {
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
  const masterKey = new Key(stack, 'key', {
    description: 'Alarms at rest',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  masterKey.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey*');
  const topic = new Topic(stack, 'alarms', { masterKey, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  return topic;
};

/** Whom to wake, and when: each alarm is something that a person has to look at. */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, { apis, functions, stream, deadLetters, ...props }: Props) {
    super(scope, id, props);
    const topic = alarmsTopic(this);
    const above = (threshold: number, name: string, metric: Metric): void => {
      const alarm = metric.createAlarm(this, name, {
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
    };
    const period = Duration.minutes(5);
    for (const [kind, api] of apis) {
      above(0, `api-${kind}-fails`, api.metricServerError({ period, statistic: 'Sum' }));
    }
    for (const [run, made] of functions) above(0, `${run}-fails`, made.metricErrors({ period, statistic: 'Sum' }));
    for (const run of stream) {
      // Twice the five minutes after which the sweep does the stream's work.
      const age = functions.get(run)!.metric('IteratorAge', { period, statistic: 'Maximum' });
      above(Duration.minutes(10).toMilliseconds(), `${run}-lags`, age);
    }
    for (const [name, queue] of deadLetters) {
      above(0, `${name}-arrived`, queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }));
    }
    new CfnOutput(this, 'AlarmsTopic', { value: topic.topicArn });
  }
}
