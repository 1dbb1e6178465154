import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { type Asked, askedTogether } from '../../rules/look-up.ts';
import { endpoint } from '../edge/endpoint.ts';
import { identity } from '../edge/identity.ts';
import { parse } from '../edge/parse.ts';
import { required, TABLE } from '../env.ts';
import { lawOf } from '../record-submission/wire.ts';
import { readTogether } from '../store/batch-get.ts';
import { changesStore } from '../store/changes.ts';
import { digest } from '../store/digest.ts';
import { listsStore } from '../store/lists.ts';
import { registryStore } from '../store/registry.ts';
import { together } from '../store/together.ts';
import { Check } from './check.ts';
import { type CheckDeps, checkRecord } from './check-record.ts';
import { recently } from './recently.ts';

const db = new DynamoDBClient();
const table = required(TABLE);

/** A check stores nothing: the registry of some seconds ago will do. */
const registryMs = 5_000;

// One record asks little, and there are many: those that come in together are read together.
const { tracks, tracksOfBranch, holdings } = changesStore(db, table, readTogether(db, table));

const lists = listsStore(db, table);
const lookUp = together(async (asked: readonly Asked[]) => {
  const said = await lists.lookUp(askedTogether(asked));
  return asked.map(() => said);
}, 20);

const deps: CheckDeps = {
  kinds,
  lawOf,
  release: catalogue.release,
  enterprise: recently(registryStore(db, table).enterprise, registryMs, () => performance.now()),
  tokenise: (await identity()).tokenise,
  tracks,
  tracksOfBranch,
  digest,
  holdings,
  lookUp,
  now: () => new Date(),
};

export const handler = endpoint(
  async ({ principal, body }) => ({ status: 200, body: await checkRecord(parse(Check, body().json), principal, deps) }),
  { who: ['enterprise'] },
);
