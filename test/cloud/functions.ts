import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type LambdaClient,
  paginateListEventSourceMappings,
  paginateListFunctions,
  UpdateEventSourceMappingCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';

/** The deployed functions by the folder they come from. */
export const deployedFunctions = (lambda: LambdaClient) => {
  const names = async (): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    for await (const { Functions } of paginateListFunctions({ client: lambda }, {})) {
      for (const { Description, FunctionName } of Functions ?? []) {
        if (Description?.startsWith('functions/')) found.set(Description.replace('functions/', ''), FunctionName!);
      }
    }
    return found;
  };
  const environmentOf = async (name: string): Promise<Readonly<Record<string, string>>> => {
    const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    return Environment?.Variables ?? {};
  };
  const replaceEnvironment = async (name: string, Variables: Readonly<Record<string, string>>): Promise<void> => {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
  };
  return {
    names,
    environmentOf,
    replaceEnvironment,
    setEnvironment: async (name: string, more: Readonly<Record<string, string>>): Promise<void> =>
      replaceEnvironment(name, { ...(await environmentOf(name)), ...more }),
    /** The stream gives up what is older. AWS gives up after five attempts, which the emulator does not count. */
    giveUpAfter: async (name: string, seconds: number): Promise<void> => {
      for await (const { EventSourceMappings } of paginateListEventSourceMappings(
        { client: lambda },
        { FunctionName: name },
      )) {
        for (const { UUID } of EventSourceMappings ?? []) {
          await lambda.send(new UpdateEventSourceMappingCommand({ UUID, MaximumRecordAgeInSeconds: seconds }));
        }
      }
    },
    /** Runs a worker as its schedule does; throws what it threw. */
    invoke: async (name: string, event: object = {}): Promise<void> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
      );
      if (FunctionError !== undefined) throw new Error(`${name}: ${Buffer.from(Payload!).toString()}`);
    },
  };
};
