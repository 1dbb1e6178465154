import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const project = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with contracts and facts as they are, for all copies of the rules: code that is read once. */
    readonly rulesModules: string;
  }
}

/** A copy, for a build of rules writes beside contracts and facts too. */
export default ({ provide }: TestProject) => {
  const modules = mkdtempSync(join(tmpdir(), 'rules-modules-'));
  for (const part of ['rules', 'events']) cpSync(join(project, part), join(modules, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(modules, 'node_modules'), 'dir');
  provide('rulesModules', modules);
  return () => rmSync(modules, { recursive: true });
};
