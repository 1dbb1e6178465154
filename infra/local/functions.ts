import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type HttpFunction = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
type WorkerFunction = (event: object) => Promise<unknown>;

export type Functions = {
  readonly http: ReadonlyMap<string, HttpFunction>;
  readonly workers: ReadonlyMap<string, WorkerFunction>;
};

let starts = 0;

/**
 * The very handlers that Lambda runs, by the name of their folder. Handlers read their environment when they are
 * imported: each start of a host in one process imports them anew, after it has set the environment.
 */
export const importFunctions = async (runs: {
  readonly http: readonly string[];
  readonly workers: readonly string[];
}): Promise<Functions> => {
  starts += 1;
  const coldStart = starts === 1 ? '' : `?start=${starts}`;
  const imported = async <H>(names: readonly string[]): Promise<ReadonlyMap<string, H>> => {
    const handlers = [...new Set(names)].map(async (run) => {
      const url = new URL(`../../functions/${run}/handler.ts${coldStart}`, import.meta.url);
      return [run, (await import(url.href)).handler as H] as const;
    });
    return new Map(await Promise.all(handlers));
  };
  return { http: await imported<HttpFunction>(runs.http), workers: await imported<WorkerFunction>(runs.workers) };
};
