import { randomBytes } from 'node:crypto';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { company, enterRegistry, officer, staff, until } from '../journeys/world.ts';
import { aCard } from '../records.ts';
import { deploy } from './deployment.ts';
import { allowedBy, differences } from './policies.ts';
import { cloudWorld, emulator, told } from './told.ts';

// What the verification is worth: four things broken on purpose in a copy of what was deployed, each found by it.

type Template = {
  readonly Resources: Record<
    string,
    // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes
    { readonly Type: string; readonly Properties: any }
  >;
};

const copy = join(told.directory, 'broken');

/** The deployed assembly with one template changed. */
const broken = (stack: string, change: (template: Template) => void): void => {
  cpSync(told.assembly, copy, { recursive: true });
  const [file] = globSync(`${stack}.template.json`, { cwd: copy });
  const path = join(copy, file!);
  const before = readFileSync(path, 'utf8');
  const template = JSON.parse(before) as Template;
  change(template);
  const after = JSON.stringify(template);
  expect(after).not.toBe(JSON.stringify(JSON.parse(before)));
  writeFileSync(path, after);
  rename(stack);
};

/** A template goes up under its digest: under the old one the old one would be deployed again. */
const rename = (stack: string): void => {
  const assets = join(copy, `${stack}.assets.json`);
  const { files } = JSON.parse(readFileSync(assets, 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
  };
  const [digest] = Object.entries(files).find(([, { source }]) => source.path === `${stack}.template.json`)!;
  const other = randomBytes(32).toString('hex');
  for (const file of [assets, join(copy, 'manifest.json')]) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(digest, other));
  }
};

const functionOf = ({ Resources }: Template, run: string) =>
  Object.values(Resources).find(
    ({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties.Description === `functions/${run}`,
  )!.Properties;

const deployBroken = (stack: string) => deploy(emulator, told.directory, copy, [stack]);

let n = 0;
/** One submission from token to violation and notice, as the journeys go; throws at the first thing that is wrong. */
const shortJourney = async (): Promise<void> => {
  const world = cloudWorld();
  n += 1;
  const day = `2023-08-0${n}`;
  const at = { openedAt: `${day}T09:10:00+08:00`, activatedAt: `${day}T09:20:00+08:00` };
  const sent = await world.look(staff()).post('/v1/submissions', {
    recordKind: 'phone-card',
    branchId: company.branches[0]!.id,
    period: { from: day, to: day },
    records: [aCard({ nameMatches: false, recordId: `journey-break-${n}`, ...at })],
  });
  if (sent.status !== 201) throw new Error(`POST /v1/submissions answered ${sent.status}`);
  const listed = await world.look(officer()).get('/v1/violations?limit=1');
  if (listed.status !== 200) throw new Error(`GET /v1/violations answered ${listed.status}`);
  await until(
    'the notice',
    async () => {
      const { body } = await world.look(officer()).get('/v1/notices?limit=200');
      return (
        body.items.some(({ submission }: { readonly submission?: string }) => submission === sent.body.id) || undefined
      );
    },
    8,
  );
};

describe('a break is found:', () => {
  const mended: string[] = [];
  afterEach(async () => {
    for (const stack of mended.splice(0)) await deploy(emulator, told.directory, told.assembly, [stack]);
  }, 60_000);

  it('none, to begin with', async () => {
    await deploy(emulator, told.directory, told.assembly);
    await enterRegistry(cloudWorld());
    await shortJourney();
  }, 120_000);

  it('a name missing from a function’s environment', async () => {
    mended.push('functions');
    broken('functions', (template) => {
      delete functionOf(template, 'list-violations').Environment.Variables.TABLE;
    });
    await deployBroken('functions');
    await expect(shortJourney()).rejects.toThrow(/GET \/v1\/violations answered 50\d/);
  }, 120_000);

  it('a handler path that does not exist', async () => {
    mended.push('functions');
    broken('functions', (template) => {
      functionOf(template, 'submit-records').Handler = 'index.handle';
    });
    await deployBroken('functions');
    await expect(shortJourney()).rejects.toThrow(/POST \/v1\/submissions answered 50\d/);
  }, 120_000);

  it('an event pattern that matches nothing', async () => {
    mended.push('workers');
    broken('workers', ({ Resources }) => {
      const mapping = Object.values(Resources).find(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping')!;
      mapping.Properties.FilterCriteria.Filters = [{ Pattern: JSON.stringify({ eventName: ['INSERTED'] }) }];
    });
    await deployBroken('workers');
    await expect(shortJourney()).rejects.toThrow('waited 8 s for the notice');
  }, 120_000);

  it('a grant missing from a policy, and one too many', () => {
    broken('functions', ({ Resources }) => {
      for (const { Type, Properties } of Object.values(Resources)) {
        if (Type !== 'AWS::IAM::Policy') continue;
        for (const statement of Properties.PolicyDocument.Statement) {
          if (statement.Action === 'dynamodb:Query') statement.Action = 'dynamodb:Scan';
        }
      }
    });
    const found = differences(allowedBy(copy), allowedBy(told.assembly));
    expect(found).toContainEqual({ run: 'list-notices', action: 'dynamodb:Query', what: 'missing' });
    expect(found).toContainEqual({ run: 'list-notices', action: 'dynamodb:Scan', what: 'unused' });
  });
});
