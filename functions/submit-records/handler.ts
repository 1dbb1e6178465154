import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { kinds } from '../../events/records/kinds.generated.ts';
import { Submission } from '../../events/submission.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { endpoint } from '../edge/endpoint.ts';
import { encodeCursor, filterDigest } from '../edge/paging.ts';
import { parse } from '../edge/parse.ts';
import { flagOf } from '../edge/flag.ts';
import { identity } from '../edge/identity.ts';
import { RECORDS_BUCKET, required, SEALED_BUCKET, TABLE } from '../env.ts';
import { digest, lawOf, pause, recording, succeeds } from '../record-submission/wire.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { journalPut } from '../store/journal.ts';
import { registryStore } from '../store/registry.ts';
import { sealedStore } from '../store/sealed.ts';
import { sealKey } from '../store/seal-key.ts';
import { type SubmitDeps, submitRecords } from './submit-records.ts';

const db = new DynamoDBClient();
const s3 = new S3Client({ forcePathStyle: true });
const table = required(TABLE);
const { deps: recordDeps, submissions, records, record } = recording(db, table, s3, required(RECORDS_BUCKET));

const deps: SubmitDeps = {
  kinds,
  lawOf,
  release: catalogue.release,
  enterprise: registryStore(db, table).enterprise,
  tokenise: (await identity()).tokenise,
  head: submissions.head,
  manifest: submissions.manifest,
  tracks: recordDeps.tracks,
  holdings: recordDeps.holdings,
  keep: records.keep,
  reading: records.reading,
  seal: sealedStore(s3, required(SEALED_BUCKET), sealKey).seal,
  begin: (manifest, head, entry) => succeeds(submissions.begin(manifest, head, journalPut(table, entry))),
  record,
  findings: records.findings,
  cursorAfter: (submission, answered) => encodeCursor(filterDigest({ submission }), answered),
  digest,
  now: () => new Date(),
  pause,
};

export const handler = endpoint(
  async ({ principal, query, body }) => {
    const dryRun = flagOf(query, 'dryRun');
    const { json, bytes } = body();
    const submission = parse(Submission, json);
    const bodyDigest = createHash('sha256').update(bytes).digest('hex');
    const { isNew, audit } = await submitRecords(submission, bodyDigest, principal, dryRun, deps);
    return { status: isNew ? 201 : 200, headers: { location: `/v1/submissions/${audit.id}` }, body: audit };
  },
  { who: ['enterprise'], query: ['dryRun'], idempotent: idempotencyStore(db, table) },
);
