import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const projectRoot = resolve(import.meta.dirname, '../..');

const elsewhere = ['http', 'ini', 'login', 'process', 'sso', 'web-identity'];

/** Files that a function reads from beside its bundle: name there → place here. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'read-docs': { 'viewer.js': 'node_modules/@scalar/api-reference/dist/browser/standalone.js' },
};

/**
 * Writes functions/<run> into the directory as one module, `index.mjs`, with everything inside, the SDK too: what was
 * tested is what runs. Gives the files that went into it, from the project's root. Throws what esbuild finds wrong.
 */
export const bundle = (run: string, directory: string): readonly string[] => {
  const { metafile } = buildSync({
    metafile: true,
    entryPoints: [resolve(projectRoot, 'functions', run, 'handler.ts')],
    outfile: resolve(directory, 'index.mjs'),
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    // Ways to credentials that a function never takes: its environment has them, and is asked first.
    external: elsewhere.map((way) => `@aws-sdk/credential-provider-${way}`),
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
  return Object.keys(metafile.inputs);
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
