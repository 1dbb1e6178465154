import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { encodeCursor, filterDigest } from '../edge/paging.ts';
import { lawOf, recording } from '../record-submission/wire.ts';
import { digest } from '../store/digest.ts';
import { journalPut } from '../store/journal.ts';
import { listsStore } from '../store/lists.ts';
import type { Objects } from '../store/objects.ts';
import { pause } from '../store/pause.ts';
import { registryStore } from '../store/registry.ts';
import { sealedStore } from '../store/sealed.ts';
import { succeeds } from '../store/transact.ts';
import type { SubmitDeps } from './submit-records.ts';

export type Wires = {
  readonly db: DynamoDBClient;
  readonly table: string;
  readonly records: Objects;
  readonly sealed: Objects;
  readonly sealKey: () => Promise<string>;
  readonly tokenise: SubmitDeps['tokenise'];
};

/** Everything that submitting needs, over one table and two buckets. */
export const submitting = ({ db, table, records: kept, sealed, sealKey, tokenise }: Wires): SubmitDeps => {
  const { deps, submissions, records, record } = recording(db, table, kept);
  return {
    kinds,
    lawOf,
    release: catalogue.release,
    enterprise: registryStore(db, table).enterprise,
    tokenise,
    head: submissions.head,
    manifest: submissions.manifest,
    manifests: submissions.manifests,
    tracks: deps.tracks,
    tracksOfBranch: deps.tracksOfBranch,
    holdings: deps.holdings,
    monthTallies: deps.monthTallies,
    filingDuties: deps.filingDuties,
    imports: deps.imports,
    lookUp: listsStore(db, table).lookUp,
    keepLists: records.keepLists,
    keep: records.keep,
    reading: records.reading,
    seal: sealedStore(sealed, sealKey).seal,
    begin: (manifest, head, entry) => succeeds(submissions.begin(manifest, head, journalPut(table, entry))),
    record,
    findings: records.findings,
    cursorAfter: (submission, answered) => encodeCursor(filterDigest({ submission }), answered),
    digest,
    now: () => new Date(),
    pause,
  };
};
