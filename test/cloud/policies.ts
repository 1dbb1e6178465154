import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Statement = { readonly Action: string | readonly string[] };
type Template = {
  readonly Resources: Readonly<
    // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes
    Record<string, { readonly Type: string; readonly Properties: any }>
  >;
};

/** What a policy allows on behalf of AWS itself, not to the function's own calls. */
const onItsBehalf = [
  // Lambda writes the log, reads the stream and sends what failed; DynamoDB and S3 use the key at rest.
  /^logs:/,
  /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
  /^sqs:SendMessage$/,
  /^kms:(Decrypt|DescribeKey|Encrypt|GenerateDataKey\*?|ReEncrypt\*)$/,
];

/** From the templates of an assembly: what each function may call, sorted. */
export const allowedBy = (assembly: string): ReadonlyMap<string, readonly string[]> => {
  const allowed = new Map<string, readonly string[]>();
  for (const file of globSync('*.template.json', { cwd: assembly })) {
    const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Template;
    const all = Object.values(Resources);
    for (const { Type, Properties } of all) {
      if (Type !== 'AWS::Lambda::Function') continue;
      const role: string = Properties.Role['Fn::GetAtt'][0];
      const policies = all.filter(
        (one) =>
          one.Type === 'AWS::IAM::Policy' &&
          one.Properties.Roles.some((of: { readonly Ref: string }) => of.Ref === role),
      );
      const actions = policies.flatMap(({ Properties: { PolicyDocument } }) =>
        (PolicyDocument.Statement as readonly Statement[]).flatMap(({ Action }) => Action),
      );
      const own = actions.filter((action) => !onItsBehalf.some((pattern) => pattern.test(action)));
      allowed.set(String(Properties.Description).replace('functions/', ''), [...new Set(own)].sort());
    }
  }
  return allowed;
};

export type Difference = { readonly run: string; readonly action: string; readonly what: 'missing' | 'unused' };

/** Calls that no policy allows, and allowances that nobody used. */
export const differences = (
  allowed: ReadonlyMap<string, readonly string[]>,
  called: ReadonlyMap<string, readonly string[]>,
): readonly Difference[] => {
  const runs = [...new Set([...allowed.keys(), ...called.keys()])].sort();
  return runs.flatMap((run) => {
    const [may, did] = [new Set(allowed.get(run)), new Set(called.get(run))];
    return [
      ...[...did].filter((action) => !may.has(action)).map((action) => ({ run, action, what: 'missing' as const })),
      ...[...may].filter((action) => !did.has(action)).map((action) => ({ run, action, what: 'unused' as const })),
    ];
  });
};
