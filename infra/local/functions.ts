import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type HttpFunction = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
type WorkerFunction = (event: object) => Promise<unknown>;

// Handlers read their environment when they are imported, so the host imports them only after it has set it.
const handlerOf = async (run: string): Promise<unknown> =>
  (await import(new URL(`../../functions/${run}/handler.ts`, import.meta.url).href)).handler;

/** The very handlers that Lambda runs, by the name of their folder. */
export const httpFunctions = async (runs: Iterable<string>): Promise<ReadonlyMap<string, HttpFunction>> =>
  new Map(
    await Promise.all([...new Set(runs)].map(async (run) => [run, (await handlerOf(run)) as HttpFunction] as const)),
  );

export const workerFunction = async (run: string): Promise<WorkerFunction> => (await handlerOf(run)) as WorkerFunction;
