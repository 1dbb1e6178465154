import { beforeAll, describe, expect, it } from 'vitest';
import { INDEXES } from '../../../functions/store/table.ts';
import { type Grants, routes, steps, workers } from '../../../infra/cloud/routes.ts';
import { type Resource, type Synthesis, synthesised } from './synthesis.ts';

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
};

const many = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
const idOf = (run: string): string => run.replaceAll('-', '');

/** What the table of routes and workers says that functions/<run> may do. */
const entries: ReadonlyMap<string, readonly Grants[]> = new Map(
  [...Map.groupBy([...routes, ...workers, ...steps], ({ run }) => run)].map(([run, served]) => [
    run,
    served.map(({ may }) => may),
  ]),
);

const writing: readonly string[] = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];
const keyForReads = ['kms:Decrypt', 'kms:DescribeKey'];
const keyForWrites = [...keyForReads, 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** A grant as lines of `action resource`. */
const linesOf = ({ table, records, sealed, uploads, identity, bus, topic }: Grants): readonly string[] => [
  ...(table ?? []).map((action) => `dynamodb:${action} table.Arn`),
  ...(table?.includes('Query') ? INDEXES.map((index) => `dynamodb:Query table.Arn/index/${index}`) : []),
  ...(table ?? []).flatMap((action) =>
    (writing.includes(action) ? keyForWrites : keyForReads).map((use) => `${use} datakey.Arn`),
  ),
  ...(records ?? []).map((action) => `s3:${action} records.Arn/*`),
  ...(records?.includes('GetObject') ? ['kms:Decrypt datakey.Arn'] : []),
  ...(records?.includes('PutObject') ? ['kms:GenerateDataKey datakey.Arn'] : []),
  ...(sealed ? ['s3:PutObject sealed.Arn/*', 'kms:GenerateDataKey datakey.Arn', 'kms:GetPublicKey sealkey.Arn'] : []),
  ...(uploads ?? []).map((action) => `s3:${action} uploads.Arn/*`),
  ...(uploads?.includes('GetObject') ? ['kms:Decrypt datakey.Arn'] : []),
  ...(uploads?.includes('PutObject') ? ['kms:GenerateDataKey datakey.Arn'] : []),
  ...(identity ? ['secretsmanager:GetSecretValue identity', 'kms:Decrypt identitykey.Arn'] : []),
  ...(bus ? ['events:PutEvents bus.Arn'] : []),
  ...(topic ? ['sns:Publish notices', 'kms:Decrypt topickey.Arn', 'kms:GenerateDataKey* topickey.Arn'] : []),
];

const streamLines = [
  'dynamodb:DescribeStream table.StreamArn',
  'dynamodb:GetRecords table.StreamArn',
  'dynamodb:GetShardIterator table.StreamArn',
  'dynamodb:ListStreams *',
  'sqs:SendMessage streamdeadletters.Arn',
];

const expectedOf = (run: string): readonly string[] => {
  const followsStream = workers.some((worker) => worker.run === run && worker.on === 'stream');
  return [
    ...new Set([
      ...['CreateLogStream', 'PutLogEvents'].map((action) => `logs:${action} ${idOf(run)}log.Arn`),
      ...entries.get(run)!.flatMap(linesOf),
      ...(followsStream ? streamLines : []),
    ]),
  ].sort();
};

const allowedBy = ({ properties }: Resource): readonly string[] =>
  (properties.PolicyDocument.Statement as readonly Statement[]).flatMap(({ Effect, Action, Resource }) => {
    expect(Effect).toBe('Allow');
    return many(Action).flatMap((action) => many(Resource).map((resource) => `${action} ${resource}`));
  });

let synthesis: Synthesis;
let functions: readonly Resource[];
beforeAll(() => {
  synthesis = synthesised('cn-north-1');
  functions = synthesis.ofType('AWS::Lambda::Function');
});

const allowed = (run: string): readonly string[] => {
  const { properties } = functions.find(({ id }) => id === idOf(run))!;
  const role = properties.Role.replace('.Arn', '');
  const policies = synthesis.ofType('AWS::IAM::Policy').filter((policy) => policy.properties.Roles.includes(role));
  return [...new Set(policies.flatMap(allowedBy))].sort();
};

it('each name of the table is one function, and no function is not in it', () => {
  const described = functions.map(({ properties }) => properties.Description.replace('functions/', ''));
  expect(described.sort()).toEqual([...entries.keys()].sort());
});

it('each function has a role of its own, and no role has a policy that AWS may widen', () => {
  const all = synthesis.ofType('AWS::IAM::Role');
  const isOf = (service: string) => all.filter(({ properties }) => JSON.stringify(properties).includes(service));
  const roles = isOf('lambda.amazonaws.com');
  expect(isOf('states.amazonaws.com').map(({ id }) => id)).toEqual(['machinerole']);
  expect(isOf('events.amazonaws.com').map(({ id }) => id)).toEqual(['rulesrole']);
  expect(all.length).toBe(roles.length + 2);
  expect(new Set(functions.map(({ properties }) => properties.Role)).size).toBe(functions.length);
  expect(roles.length).toBe(functions.length);
  expect(all.filter(({ properties }) => properties.ManagedPolicyArns ?? properties.Policies)).toEqual([]);
});

describe('a function may do what its entries say, all of it and nothing else', () => {
  it.each([...entries.keys()])('%s', (run) => {
    expect(allowed(run)).toEqual(expectedOf(run));
  });
});

it('history only grows: of all that the table holds, a subscription alone is ever deleted', () => {
  const deleting = [...entries.keys()].filter((run) => allowed(run).some((line) => line.includes('DeleteItem')));
  expect(deleting).toEqual(['delete-subscription']);
});

it('nobody deletes an object but a raw file, reads a sealed one, or opens what was sealed', () => {
  const lines = [...entries.keys()].flatMap(allowed);
  const wrong =
    /^s3:(?!GetObject|PutObject|DeleteObject uploads)|^s3:GetObject sealed|^kms:(?!GetPublicKey).* sealkey|\*\*|^[a-z0-9]+:\* /;
  expect(lines.filter((line) => wrong.test(line))).toEqual([]);
});

it('the state machine calls its steps and runs its own map; the rules begin it; neither may do anything else', () => {
  const of = (role: string) => {
    const policies = synthesis.ofType('AWS::IAM::Policy').filter((policy) => policy.properties.Roles.includes(role));
    return policies.flatMap(allowedBy).sort();
  };
  const here = 'arn:aws-cn:states:cn-north-1:AWS::AccountId';
  expect(of('machinerole')).toEqual(
    [
      ...steps.map(({ run }) => `lambda:InvokeFunction ${idOf(run)}.Arn`),
      `states:DescribeExecution ${here}:execution:fanzha-uploads/*`,
      `states:StartExecution ${here}:stateMachine:fanzha-uploads`,
      `states:StopExecution ${here}:execution:fanzha-uploads/*`,
    ].sort(),
  );
  expect(of('rulesrole')).toEqual(['states:StartExecution machine.Arn']);
});
