import { parseArgs } from 'node:util';
import { type Host, type HostOptions, startHost } from './host.ts';
import type { SampleResult } from './samples.ts';

const fail = (zh: string, en: string): never => {
  console.error(`${zh}\n${en}`);
  process.exit(3);
};

const usage = '--port N --data DIR --host H --no-samples --verbose';

const portOf = (text: string): number =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535
    ? Number(text)
    : fail(`--port 应为 0 至 65535 的整数，而不是 ${text}。`, `--port must be 0 to 65535, not ${text}.`);

const optionsOf = (args: readonly string[]): HostOptions => {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.local' },
        host: { type: 'string', default: '127.0.0.1' },
        samples: { type: 'boolean', default: true },
        verbose: { type: 'boolean', default: false },
      },
    });
    const { data, host, samples } = values;
    return { port: portOf(values.port), data, host, samples, ...(values.verbose && { log: console.error }) };
  } catch (error) {
    return fail(`参数有误。可用参数：${usage}`, `${(error as Error).message}\nArguments: ${usage}`);
  }
};

const refused = (error: NodeJS.ErrnoException & { readonly pid?: number }, { port, data }: HostOptions): never => {
  if (error.code === 'EADDRINUSE') {
    fail(`端口 ${port} 已被占用；请用 --port 另选。`, `Port ${port} is in use; choose another with --port.`);
  }
  if (error.code === 'DATA_IN_USE') {
    fail(
      `数据目录 ${data} 正由进程 ${error.pid} 使用；一个目录只能由一个进程使用。`,
      `The data directory ${data} is in use by process ${error.pid}; one process owns it.`,
    );
  }
  console.error(error);
  return fail('启动失败。', 'Could not start.');
};

const columns = ['records', 'compliant', 'violation', 'undetermined', 'notApplicable', 'faults'] as const;

const byKind = (results: readonly SampleResult[]) =>
  Object.entries(Object.groupBy(results, ({ recordKind }) => recordKind)).map(([kind, ofKind]) => [
    kind,
    ...columns.map((column) => String(ofKind!.reduce((sum, { counts }) => sum + counts[column], 0))),
  ]);

const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  return rows.map(line).join('\n');
};

const announce = ({ address, iamAddress, data, samples }: Host): void => {
  if (samples.length > 0) {
    console.log(
      '示例报送的判定结果（按记录的最坏判定计数） · What the sample submissions gave, records by worst verdict',
    );
    console.log(aligned([['kind', ...columns], ...byKind(samples)]));
    console.log('');
  }
  console.log(`接口文档 docs  ${address}/docs`);
  console.log(`接口 API      ${address}/v1  (OpenAPI: ${address}/v1/openapi.json)`);
  if (iamAddress !== undefined) console.log(`接口 SigV4    ${iamAddress}/v1`);
  console.log(`数据 data     ${data}`);
  console.log(`ready ${address}`);
};

const options = optionsOf(process.argv.slice(2));
const host = await startHost(options).catch((error) => refused(error, options));
announce(host);

const stop = (): void => {
  process.once('SIGINT', () => process.exit(130));
  host.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
