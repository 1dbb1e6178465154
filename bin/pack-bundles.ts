import { build } from 'esbuild';
import { packageRoot } from './package-root.ts';

// What npm packs: each command as one module, since Node strips no types under node_modules, and the threads that they
// start as modules beside them.
await build({
  absWorkingDir: packageRoot,
  entryPoints: {
    rules: 'bin/fanzha-rules.ts',
    audit: 'bin/audit.ts',
    'task-worker': 'functions/judge-files/task-worker.ts',
  },
  ...{ bundle: true, platform: 'node', format: 'esm', target: 'node22', charset: 'utf8', logLevel: 'warning' },
  ...{ outdir: 'dist', outExtension: { '.js': '.mjs' } },
  // Some of what is bundled still asks for its modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
