import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { reportStyle } from '../files/report-style.ts';
import { objectsIn } from '../store/objects.ts';
import { recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type ReportDeps, readReport } from './read-report.ts';
import { forms, written } from './report-forms.ts';

const db = new DynamoDBClient();
const { findings, reading } = recordsStore(objectsIn(required(RECORDS_BUCKET)));
const deps: ReportDeps = {
  manifest: submissionsStore(db, required(TABLE)).manifest,
  upload: uploadsStore(db, required(TABLE)).upload,
  ...{ findings, reading },
};

/** A function answers at most 6 MB, and bytes go in base64: a third more. */
const maxBytes = 4_300_000;

/** The page runs nothing and fetches nothing; its one style is known by its digest. */
const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'; frame-ancestors 'none'`;

export const handler = endpoint(
  async ({ principal, path, route }) => {
    const report = await readReport(path.id!, principal, deps);
    const name = route.slice(route.lastIndexOf('.') + 1);
    const form = forms[name]!;
    const { bytes, isGzipped, isCut } = await written(form, report, gzipSync, maxBytes);
    const how = name === 'html' ? 'inline' : 'attachment';
    return {
      status: 200,
      headers: {
        'content-type': form.type,
        'content-disposition': `${how}; filename="report-${path.id}.${name}"`,
        ...(name === 'html' && { 'content-security-policy': pagePolicy }),
        ...(isGzipped && { 'content-encoding': 'gzip' }),
        ...(isCut && { 'fanzha-report': 'cut' }),
      },
      body: bytes,
    };
  },
  { who: ['enterprise', 'regulator', 'auditor'] },
);
