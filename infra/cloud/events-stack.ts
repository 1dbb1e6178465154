import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Told } from './grants.ts';

/** Where the rest of an organisation hears of us: ids, codes and counts, never personal data. */
export class EventsStack extends Stack {
  readonly resources: Told;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const bus = new EventBus(this, 'bus', { description: 'What the journal tells, to other systems' });
    const topicKey = new Key(this, 'topic-key', {
      description: 'Notices at rest',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const topic = new Topic(this, 'notices', { masterKey: topicKey, enforceSSL: true });
    this.resources = { bus, topic, topicKey };

    new CfnOutput(this, 'BusName', { value: bus.eventBusName });
    new CfnOutput(this, 'NoticesTopic', { value: topic.topicArn });
  }
}
