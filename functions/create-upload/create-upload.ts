import type { Contract } from '../../events/contract.ts';
import type { Chain, Head } from '../../events/manifest.ts';
import { maskNumbers } from '../../events/mask.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem, refusal } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import type { CreatedUpload, Upload, UploadRequest } from '../../events/upload.ts';
import { type Admitted, admitReport } from '../submit-records/admit.ts';

type Link = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

export type CreateUploadDeps = {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly enterprise: (uscc: string) => Promise<Enterprise | undefined>;
  readonly head: (chain: Chain) => Promise<Head>;
  readonly upload: (id: string) => Promise<Upload | undefined>;
  /** False where there is one of this id. */
  readonly create: (upload: Upload) => Promise<boolean>;
  /** Where to send these bytes, and no others, for so many seconds. */
  readonly link: (id: string, bytes: Pick<Upload, 'size' | 'sha256'>, seconds: number) => Promise<Link>;
  readonly maxBytes: number;
  readonly digest: (text: string) => string;
  readonly now: () => Date;
};

/** Two gigabytes by a slow line take most of it; whoever needs longer asks again. */
export const linkSeconds = 60 * 60;
const maxTries = 100;

const refuseLarge = ({ size }: UploadRequest, maxBytes: number): void => {
  if (size <= maxBytes) return;
  throw refusal(
    'FILE_TOO_LARGE',
    {
      zh: `文件 ${size} 字节，超过 ${maxBytes} 字节。`,
      en: `The file has ${size} bytes, more than ${maxBytes}.`,
    },
    {
      pointer: '/size',
      found: String(size),
      expected: { zh: `不超过 ${maxBytes} 字节`, en: `at most ${maxBytes} bytes` },
      cause: { zh: '文件过大。', en: 'The file is too large.' },
      fix: {
        zh: '压缩（gzip）后上传，或按期间分成多个文件。',
        en: 'Compress it with gzip, or send a file for each shorter period.',
      },
    },
  );
};

const uploadOf = (id: string, request: UploadRequest, admitted: Admitted, now: Date): Upload => {
  const { chain, region, sector, countingGroup } = admitted;
  return {
    ...{ id, state: 'waiting', run: 0, name: maskNumbers(request.name), size: request.size },
    ...{ sha256: request.sha256.toLowerCase(), chain, region, sector, countingGroup },
    createdAt: now.toISOString(),
    linkUntil: new Date(now.getTime() + linkSeconds * 1_000).toISOString(),
    ...{ resumedByItself: false, faults: [], faultsTotal: 0, warnings: [] },
  };
};

/** The upload with a link, where its bytes are still to be sent. A link made later is good for as long. */
const answered = async (upload: Upload, deps: CreateUploadDeps): Promise<CreatedUpload> => {
  const { id, state } = upload;
  if (state !== 'waiting') return { id, state };
  const { url, headers } = await deps.link(id, upload, linkSeconds);
  const expiresAt = new Date(deps.now().getTime() + linkSeconds * 1_000).toISOString();
  return { id, state, url, headers: { ...headers }, expiresAt };
};

const hasEnded = ({ state }: Upload): boolean => ['refused', 'failed', 'cancelled'].includes(state);

/**
 * Opens an upload of a file and says where to send its bytes. The same bytes as the head of the chain are the head
 * again, with nothing to send; the same bytes as an upload on its way are that upload (`isNew` false). What ended
 * without an audit may be sent anew.
 * Throws Problem FILE_TOO_LARGE and what admitting a report throws.
 */
export const createUpload = async (
  request: UploadRequest,
  principal: Principal,
  deps: CreateUploadDeps,
): Promise<{ readonly isNew: boolean; readonly upload: CreatedUpload }> => {
  refuseLarge(request, deps.maxBytes);
  const admitted = await admitReport(request, principal, deps.kinds, deps.enterprise);
  const sha256 = request.sha256.toLowerCase();
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const { current, currentDigest } = await deps.head(admitted.chain);
    if (current !== undefined && currentDigest === sha256) {
      return { isNew: false, upload: { id: current, state: 'audited' } };
    }
    const idOf = (n: number) =>
      deps.digest(JSON.stringify(['upload', admitted.chain, current ?? null, sha256, n])).slice(0, 32);
    const known = await deps.upload(idOf(attempt));
    if (known === undefined) {
      const upload = uploadOf(idOf(attempt), request, admitted, deps.now());
      if (await deps.create(upload)) return { isNew: true, upload: await answered(upload, deps) };
      attempt -= 1;
    } else if (!hasEnded(known)) return { isNew: false, upload: await answered(known, deps) };
  }
  throw new Problem('CONFLICT', {
    zh: '该文件上传次数过多；请改正后再传。',
    en: 'This file was sent too many times without an audit; correct it before you send it again.',
  });
};
