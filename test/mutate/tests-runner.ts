import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, type TestRunner, TestStatus } from '@stryker-mutator/api/test-runner';
import { switchOn } from './switch-on.ts';

// The tests of a group are run within one process, each time anew: the file that is mutated, the tests, and all that lies
// between them is loaded again for each mutant, so that nothing made or remembered under one is seen under another.

type Vitest = typeof import('./small-vitest.ts');

const withoutQuery = (url: string): string => url.split('?')[0]!;

/** Who imports whom, and which modules are to be loaded anew, by what mark. */
const modules = (root: string) => {
  const home = pathToFileURL(join(root, '/')).href;
  const vitest = pathToFileURL(join(root, 'test/mutate/small-vitest.ts')).href;
  const importers = new Map<string, Set<string>>();
  let fresh: { readonly urls: ReadonlySet<string>; readonly mark: string } | undefined;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'vitest') return { url: vitest, shortCircuit: true };
      const found = next(specifier, context);
      if (!found.url.startsWith(home) || found.url.includes('/node_modules/')) return found;
      const [url, from] = [found.url, context.parentURL].map((one) => withoutQuery(one ?? ''));
      importers.set(url!, (importers.get(url!) ?? new Set()).add(from!));
      return fresh?.urls.has(url!) ? { ...found, url: `${url}?${fresh.mark}` } : found;
    },
  });
  /** A module and all that rests on it. */
  const restingOn = (url: string): ReadonlySet<string> => {
    const all = new Set([url]);
    for (const one of all) for (const importer of importers.get(one) ?? []) all.add(importer);
    return all;
  };
  return {
    restingOn,
    loadAnew: (urls: ReadonlySet<string> | undefined, mark = ''): void => {
      fresh = urls && { urls, mark };
    },
  };
};

const testsRunner = (): TestRunner => {
  // Stryker starts a runner in the folder that holds the changed code.
  const root = process.cwd();
  const files = (JSON.parse(process.env.MUTATE_TESTS ?? '[]') as readonly string[]).map(
    (file) => pathToFileURL(join(root, file)).href,
  );
  const { restingOn, loadAnew } = modules(root);
  let vitest: Vitest;
  /** Of each mutated file, the tests that reach it: those that noticed the last mutant come first. */
  const orders = new Map<string, { readonly urls: ReadonlySet<string>; tests: readonly string[] }>();

  const firstFault = async (test: string): Promise<string | undefined> => {
    try {
      vitest.taken();
      await import(test);
      for (const { name, run } of vitest.taken()) {
        try {
          await run();
        } catch (error) {
          return `${name}: ${error}`;
        }
      }
      return undefined;
    } catch (error) {
      return String(error);
    }
  };

  /** Loads every test once, to know who imports whom. */
  const orderOf = async (file: string) => {
    if (orders.size === 0) for (const test of files) await import(test);
    const known = orders.get(file);
    if (known !== undefined) return known;
    const urls = restingOn(pathToFileURL(file).href);
    const order = { urls, tests: files.filter((test) => urls.has(test)) };
    orders.set(file, order);
    return order;
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init: async () => {
      vitest = await import(join(root, 'test/mutate/small-vitest.ts'));
    },
    dryRun: async () => {
      const tests = [];
      for (const test of files) {
        const began = performance.now();
        const id = relative(root, fileURLToPath(test));
        const failureMessage = await firstFault(test);
        const told = { id, name: id, timeSpentMs: performance.now() - began };
        tests.push(
          failureMessage === undefined
            ? { ...told, status: TestStatus.Success as const }
            : { ...told, status: TestStatus.Failed as const, failureMessage },
        );
      }
      return { status: DryRunStatus.Complete, tests };
    },
    mutantRun: async ({ activeMutant: { id }, sandboxFileName }) => {
      const order = await orderOf(sandboxFileName);
      loadAnew(order.urls, `mutant=${id}`);
      switchOn(id);
      try {
        for (const [at, test] of order.tests.entries()) {
          const failureMessage = await firstFault(`${test}?mutant=${id}`);
          if (failureMessage === undefined) continue;
          order.tests = [test, ...order.tests.toSpliced(at, 1)];
          const killedBy = [relative(root, fileURLToPath(test))];
          return { status: MutantRunStatus.Killed, nrOfTests: at + 1, killedBy, failureMessage };
        }
        return { status: MutantRunStatus.Survived, nrOfTests: order.tests.length };
      } finally {
        switchOn(undefined);
        loadAnew(undefined);
      }
    },
  };
};
testsRunner.inject = [] as const;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'tests', testsRunner)];
