import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { notFound } from '../../events/problem.ts';
import { type Answer, endpoint } from '../edge/endpoint.ts';
import { page, pagePolicy } from './page.ts';

// The build copies the viewer beside the bundled function; on one machine it stays where npm put it.
const beside = new URL('./viewer.js', import.meta.url);
const installed = new URL('../../node_modules/@scalar/api-reference/dist/browser/standalone.js', import.meta.url);

/** Compressed, as a function's answer may not exceed 6 MB. */
const viewer = (() => {
  let compressed: Buffer | undefined;
  return (): Buffer => {
    compressed ??= gzipSync(readFileSync(existsSync(beside) ? beside : installed));
    return compressed;
  };
})();

const html: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
  body: page,
};

const script = (): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=86400',
  },
  body: viewer(),
});

export const handler = endpoint(
  async ({ path: { file } }) => {
    if (file === undefined) return html;
    if (file === 'viewer.js') return script();
    throw notFound({ zh: '文件', en: 'file' });
  },
  { who: 'public' },
);
