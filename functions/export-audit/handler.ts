import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { largeJson } from '../edge/large-json.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { readSubmission } from '../read-submission/read-submission.ts';
import { objectsIn } from '../store/objects.ts';
import { recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { type ExportAuditDeps, exportAudit } from './export-audit.ts';

const { manifest } = submissionsStore(new DynamoDBClient(), required(TABLE));
const { findings } = recordsStore(objectsIn(required(RECORDS_BUCKET)));
const deps: ExportAuditDeps = { findings, digest: (text) => createHash('sha256').update(text).digest('hex') };

export const handler = endpoint(
  async ({ principal, path }) =>
    largeJson(await exportAudit(await readSubmission(path.id!, principal, manifest), deps)),
  { who: ['enterprise', 'regulator', 'auditor'] },
);
