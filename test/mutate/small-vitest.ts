import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

// As much of vitest as the tests of mutated code ask for, so that they can be run again for each mutant within one process:
// its own start takes a hundred times as long as they do. `tests-runner.ts` gives it to them in place of vitest.

type Body = (...given: never[]) => unknown;
export type Collected = { readonly name: string; readonly run: () => unknown };

let collected: Collected[] = [];

/** What was asked to be tested since this was last called. */
export const taken = (): readonly Collected[] => {
  const all = collected;
  collected = [];
  return all;
};

type Asked = (name: string, body: Body) => void;

const eachOf =
  (ask: Asked) =>
  (cases: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const [at, one] of cases.entries()) {
      ask(`${name} #${at}`, () => (body as (...given: unknown[]) => unknown)(...(Array.isArray(one) ? one : [one])));
    }
  };

const askTest: Asked = (name, body) => {
  collected.push({ name, run: body as Collected['run'] });
};
const askAll: Asked = (_, body) => {
  (body as () => void)();
};

export const it = Object.assign(askTest, { each: eachOf(askTest) });
export const describe = Object.assign(askAll, { each: eachOf(askAll) });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const holder = globalThis as unknown as Record<symbol, object>;
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  holder[ASYMMETRIC_MATCHERS_OBJECT],
);
holder[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0 }, expect as never);
