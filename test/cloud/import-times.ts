import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Template = {
  readonly Resources: Readonly<
    // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes
    Record<string, { readonly Type: string; readonly Properties: any }>
  >;
};

const timed =
  'const began = performance.now(); await import(process.argv[1]); console.log(performance.now() - began); process.exit();';

/** Names that functions read when they start; what stands behind them is not asked for. */
const environment = {
  TABLE: 'none',
  RECORDS_BUCKET: 'none',
  SEALED_BUCKET: 'none',
  UPLOADS_BUCKET: 'none',
  IDENTITY_KEY: Buffer.alloc(32).toString('base64'),
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  S3_ENDPOINT: 'http://127.0.0.1:9',
};

/** One line for each function of an assembly, the largest first: its bundle in KB and what importing it takes in ms. */
export const importTimes = (assembly: string): string => {
  const lines = globSync('*.template.json', { cwd: assembly }).flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Template;
    return Object.values(Resources).flatMap(({ Type, Properties }) => {
      if (Type !== 'AWS::Lambda::Function') return [];
      const module = join(assembly, `asset.${String(Properties.Code.S3Key).replace('.zip', '')}`, 'index.mjs');
      const args = ['--input-type=module', '-e', timed, module];
      const { stdout } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' });
      const run = String(Properties.Description).replace('functions/', '');
      return [{ run, bytes: statSync(module).size, ms: Number(stdout) }];
    });
  });
  return lines
    .sort((a, b) => b.bytes - a.bytes)
    .map(
      ({ run, bytes, ms }) =>
        `  ${run.padEnd(22)} ${String(Math.round(bytes / 1_000)).padStart(4)} KB  import ${ms.toFixed(0)} ms\n`,
    )
    .join('');
};
