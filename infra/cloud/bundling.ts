import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Files that a function reads from beside its bundle: name there → place here. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'read-docs': { 'viewer.js': 'node_modules/@scalar/api-reference/dist/browser/standalone.js' },
};

/**
 * Writes functions/<run> into the directory as one module, `index.mjs`, with everything inside, the SDK too: what was
 * tested is what runs. Throws what esbuild finds wrong.
 */
export const bundle = (run: string, directory: string): void => {
  buildSync({
    entryPoints: [resolve(projectRoot, 'functions', run, 'handler.ts')],
    outfile: resolve(directory, 'index.mjs'),
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    // CommonJS packages ask for a `require`, which a module does not have.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'warning',
  });
  for (const [name, place] of Object.entries(besides[run] ?? {})) {
    copyFileSync(resolve(projectRoot, place), resolve(directory, name));
  }
};

/**
 * The code of functions/<run>, whose handler is `index.handler`. Bundled in this process, which takes a tenth of a
 * second; CDK's own NodejsFunction starts a shell and npx for each.
 */
export const codeOf = (run: string): AssetCode =>
  Code.fromAsset(resolve(projectRoot, 'functions', run), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle: (directory) => {
          bundle(run, directory);
          return true;
        },
      },
    },
  });
