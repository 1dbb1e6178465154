// Starts bundled functions as Lambda does: each with its own environment and nothing of the project around it.
//
//   node start-bundles.ts '[{ "run": …, "module": …, "environment": {…}, "event": {…} }]'
//
// Answers JSON: run → `status` of its answer, where there was an event to answer, or `started`.
import { pathToFileURL } from 'node:url';

export type Start = {
  readonly run: string;
  readonly module: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly event?: object;
};

const system = { ...process.env };

const answers: [string, unknown][] = [];
for (const { run, module, environment, event } of JSON.parse(process.argv[2]!) as readonly Start[]) {
  process.env = { ...system, ...environment };
  const { handler } = await import(pathToFileURL(module).href);
  answers.push([run, event ? (await handler(event)).statusCode : typeof handler === 'function' && 'started']);
}
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
