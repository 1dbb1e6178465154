import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { attachment } from '../edge/attachment.ts';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { filesStore } from '../store/files.ts';
import { objectsIn } from '../store/objects.ts';
import { submissionsStore } from '../store/submissions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type ReadCopyDeps, readCopy } from './read-copy.ts';

/** A browser follows at once; whoever finds the link later finds nothing. */
const linkSeconds = 5 * 60;

const db = new DynamoDBClient();
const table = required(TABLE);
const { linkCopy } = filesStore(objectsIn(required(UPLOADS_BUCKET)));
const deps: ReadCopyDeps = {
  manifest: submissionsStore(db, table).manifest,
  upload: uploadsStore(db, table).upload,
  link: (id, copy, name) => linkCopy(id, copy, attachment(name), linkSeconds),
  now: () => new Date(),
};

export const handler = endpoint(
  async ({ principal, path }) => ({
    status: 303,
    headers: { location: await readCopy(path.id!, path.copy!, principal, deps) },
  }),
  { who: ['enterprise'] },
);
