import { resolve } from 'node:path';
import { type BundlingOptions, Charset, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Files that a function reads from beside its bundle: name there → place here. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'read-docs': { 'viewer.js': 'node_modules/@scalar/api-reference/dist/browser/standalone.js' },
};

/** Copies with Node itself, as shells differ between the machines we build on. */
const copy = (from: string, to: string): string =>
  `node -e "require('fs').copyFileSync(process.argv[1], process.argv[2])" "${from}" "${to}"`;

/** One module a function, everything inside, the SDK too: what was tested is what runs. Built here, never in Docker. */
export const bundlingOf = (run: string): BundlingOptions => ({
  format: OutputFormat.ESM,
  target: 'node22',
  mainFields: ['module', 'main'],
  minify: true,
  charset: Charset.UTF8,
  bundleAwsSDK: true,
  // CommonJS packages ask for a `require`, which a module does not have.
  banner: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_input, output) =>
      Object.entries(besides[run] ?? {}).map(([name, place]) =>
        copy(resolve(projectRoot, place), resolve(output, name)),
      ),
  },
});
