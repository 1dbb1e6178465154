/** The few calls of the verification itself that no client of the project makes: JSON and form APIs of the emulator. */
export const awsAt = (url: string) => {
  const scope = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=test/20260101/cn-north-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  const text = async (answer: Response): Promise<string> => {
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${body}`);
    return body;
  };
  return {
    json: async (service: string, target: string, body: object): Promise<Readonly<Record<string, never>>> =>
      JSON.parse(
        (await text(
          await fetch(url, {
            method: 'POST',
            headers: {
              'content-type': 'application/x-amz-json-1.0',
              'x-amz-target': target,
              authorization: scope(service),
            },
            body: JSON.stringify(body),
          }),
        )) || '{}',
      ),
    form: async (service: string, fields: Readonly<Record<string, string>>): Promise<string> =>
      text(
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: scope(service) },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
  };
};

export type Queue = {
  readonly arn: string;
  /** What has come since it was last asked. */
  readonly take: () => Promise<readonly string[]>;
};

type Aws = ReturnType<typeof awsAt>;

const queueAt = async ({ json }: Aws, url: string): Promise<Queue> => {
  const { Attributes } = (await json('sqs', 'AmazonSQS.GetQueueAttributes', {
    QueueUrl: url,
    AttributeNames: ['QueueArn'],
  })) as unknown as { readonly Attributes: { readonly QueueArn: string } };
  const take = async (): Promise<readonly string[]> => {
    const taken: string[] = [];
    for (;;) {
      const { Messages = [] } = (await json('sqs', 'AmazonSQS.ReceiveMessage', {
        QueueUrl: url,
        MaxNumberOfMessages: 10,
      })) as unknown as { readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[] };
      if (Messages.length === 0) return taken;
      for (const { Body, ReceiptHandle } of Messages) {
        taken.push(Body);
        await json('sqs', 'AmazonSQS.DeleteMessage', { QueueUrl: url, ReceiptHandle });
      }
    }
  };
  return { arn: Attributes.QueueArn, take };
};

export const newQueue = async (aws: Aws, name: string): Promise<Queue> => {
  const { QueueUrl } = await aws.json('sqs', 'AmazonSQS.CreateQueue', { QueueName: name });
  return queueAt(aws, QueueUrl!);
};

/** A queue that was deployed, by a part of its name. */
export const deployedQueue = async (aws: Aws, part: string): Promise<Queue> => {
  const { QueueUrls } = (await aws.json('sqs', 'AmazonSQS.ListQueues', {})) as unknown as {
    readonly QueueUrls: readonly string[];
  };
  return queueAt(aws, QueueUrls.find((url) => url.includes(part))!);
};
