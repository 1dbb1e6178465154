import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { kinds } from '../../events/records/kinds.generated.ts';
import { ReplayRequest } from '../../events/replay.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { rulesOfRelease } from '../../rules/engine/release.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { idleRules, releases } from '../../rules/generated/releases.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest } from '../edge/paging.ts';
import { parse } from '../edge/parse.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { holdingsStore } from '../store/holdings.ts';
import { objectsIn } from '../store/objects.ts';
import { recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { type ReplayDeps, replaySubmissions } from './replay-submissions.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { audited, manifest } = submissionsStore(db, table);
const { records, lists } = recordsStore(objectsIn(required(RECORDS_BUCKET)));

/** An answer waits no longer before it leaves the rest to the next one. */
const maxMs = 5_000;

const known = { releases, rules: [...catalogue.rules, ...idleRules], live: catalogue };
const rulesOf: ReplayDeps['rulesOf'] = (name) => rulesOfRelease(name, known);

const deps = {
  ...{ kinds, rulesOf, audited, manifest, records, lists },
  factsOf: (kind: string) => factsByKind[kind]!,
  current: catalogue.release.name,
  holdings: holdingsStore(db, table).read,
};

export const handler = endpoint(
  async ({ principal, body }) => {
    const startedAt = performance.now();
    const asked = parse(ReplayRequest, body().json);
    const { cursor, ...filter } = asked;
    const digest = filterDigest(filter);
    const after = decodePosition(z.string(), cursor, digest);
    const isLate = () => performance.now() - startedAt > maxMs;
    const { next, ...replay } = await replaySubmissions(asked, principal, after, { ...deps, isLate });
    return { status: 200, body: { ...replay, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['rule-author'] },
);
