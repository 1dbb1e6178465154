import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Relative to where the command runs, as viewers expect; a file outside of it by its full address. */
export const uriOf = (file: string): string => {
  const path = relative(process.cwd(), resolve(file));
  if (path.startsWith('..') || isAbsolute(path)) return pathToFileURL(resolve(file)).href;
  return path.split(sep).map(encodeURIComponent).join('/');
};

type Run = {
  readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly object[] };
  readonly notifications?: readonly object[];
  readonly files: readonly string[];
  readonly results: readonly object[];
  readonly properties?: object;
};

/** One run as a SARIF 2.1.0 log. */
export const sarifLog = ({ driver, notifications = [], files, results, properties }: Run): string => {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        artifacts: files.map((file) => ({ location: { uri: uriOf(file) } })),
        results,
        ...(properties && { properties }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
