// Starts bundled functions as Lambda does: each with its own environment and nothing of the project around it.
//
//   node start-bundles.ts '[{ "run": …, "module": …, "environment": {…}, "event": {…} }]'
//
// Answers JSON: run → the status of its answer where there was an event, else `started`, or what it threw.
import { pathToFileURL } from 'node:url';

export type Start = {
  readonly run: string;
  readonly module: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly event?: object;
};

const system = { ...process.env };

const started = async ({ module, environment, event }: Start): Promise<unknown> => {
  process.env = { ...system, ...environment };
  const { handler } = await import(pathToFileURL(module).href);
  return event ? (await handler(event)).statusCode : typeof handler === 'function' && 'started';
};

const answers: Record<string, unknown> = {};
for (const start of JSON.parse(process.argv[2]!) as readonly Start[]) {
  // One line in place of a stack that quotes a whole minified bundle.
  answers[start.run] = await started(start).catch(String);
}
process.stdout.write(JSON.stringify(answers));
