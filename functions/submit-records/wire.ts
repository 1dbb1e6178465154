import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { kinds } from '../../events/records/kinds.generated.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { encodeCursor, filterDigest } from '../edge/paging.ts';
import { digest, lawOf, pause, recording, succeeds } from '../record-submission/wire.ts';
import { journalPut } from '../store/journal.ts';
import { registryStore } from '../store/registry.ts';
import { sealedStore } from '../store/sealed.ts';
import type { SubmitDeps } from './submit-records.ts';

export type Wires = {
  readonly db: DynamoDBClient;
  readonly table: string;
  readonly s3: S3Client;
  readonly recordsBucket: string;
  readonly sealedBucket: string;
  readonly sealKey: () => Promise<string>;
  readonly tokenise: SubmitDeps['tokenise'];
};

/** Everything that submitting needs, over one table and two buckets. */
export const submitting = ({ db, table, s3, recordsBucket, sealedBucket, sealKey, tokenise }: Wires): SubmitDeps => {
  const { deps, submissions, records, record } = recording(db, table, s3, recordsBucket);
  return {
    kinds,
    lawOf,
    release: catalogue.release,
    enterprise: registryStore(db, table).enterprise,
    tokenise,
    head: submissions.head,
    manifest: submissions.manifest,
    tracks: deps.tracks,
    holdings: deps.holdings,
    keep: records.keep,
    reading: records.reading,
    seal: sealedStore(s3, sealedBucket, sealKey).seal,
    begin: (manifest, head, entry) => succeeds(submissions.begin(manifest, head, journalPut(table, entry))),
    record,
    findings: records.findings,
    cursorAfter: (submission, answered) => encodeCursor(filterDigest({ submission }), answered),
    digest,
    now: () => new Date(),
    pause,
  };
};
