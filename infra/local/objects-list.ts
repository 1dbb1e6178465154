import type { Files } from './objects-files.ts';
import { refuse, xmlText } from './objects-refusals.ts';

const MAX_KEYS = 1000;

/** ListObjectsV2: a page of keys in order; with a delimiter, one line for everything below a common prefix. */
export const listObjects = async (
  files: Files,
  bucket: string,
  query: Readonly<Record<string, string>>,
): Promise<string> => {
  const prefix = query.prefix ?? '';
  const delimiter = query.delimiter ?? '';
  const asked = Number(query['max-keys'] ?? MAX_KEYS);
  if (!Number.isInteger(asked) || asked < 0) throw refuse('InvalidArgument', 'max-keys is a whole number');
  const limit = Math.min(asked, MAX_KEYS);
  const token = query['continuation-token'];
  const after = token ? Buffer.from(token, 'base64url').toString('utf8') : (query['start-after'] ?? '');
  const text = query['encoding-type'] === 'url' ? encodeURIComponent : xmlText;

  const lines: string[] = [];
  let last = '';
  let isTruncated = false;
  for (const key of await files.keys(bucket, prefix)) {
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    if (name === last || Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0) continue;
    if (lines.length === limit) {
      isTruncated = limit > 0;
      break;
    }
    last = name;
    if (cut >= 0) {
      lines.push(`<CommonPrefixes><Prefix>${text(name)}</Prefix></CommonPrefixes>`);
      continue;
    }
    const described = await files.describe(bucket, key).catch(() => undefined); // deleted since: not in the list
    if (described)
      lines.push(
        `<Contents><Key>${text(key)}</Key><LastModified>${new Date(described.modifiedAtMs).toISOString()}</LastModified>` +
          `<ETag>${xmlText(described.etag)}</ETag><Size>${described.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
      );
  }
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">` +
    `<Name>${bucket}</Name><Prefix>${text(prefix)}</Prefix><KeyCount>${lines.length}</KeyCount>` +
    `<MaxKeys>${limit}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>` +
    (delimiter ? `<Delimiter>${text(delimiter)}</Delimiter>` : '') +
    (query['encoding-type'] === 'url' ? '<EncodingType>url</EncodingType>' : '') +
    (isTruncated
      ? `<NextContinuationToken>${Buffer.from(last, 'utf8').toString('base64url')}</NextContinuationToken>`
      : '') +
    `${lines.join('')}</ListBucketResult>`
  );
};
