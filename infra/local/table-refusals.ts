/** An error as DynamoDB words it; dynalite's own errors have the same two fields. */
export type Refusal = Error & {
  readonly statusCode: number;
  readonly body: { readonly __type: string; message?: string };
};

const SERVICE = 'com.amazonaws.dynamodb.v20120810#';

export const refusal = (type: string, message: string, more: object = {}): Refusal =>
  Object.assign(new Error(message), { statusCode: 400, body: { __type: `${SERVICE}${type}`, message, ...more } });

/** The exception's short name, as the SDK reports it. */
export const refusalType = (error: unknown): string | undefined =>
  (error as Refusal | undefined)?.body?.__type.split('#').at(-1);

export const invalid = (message: string): Refusal => refusal('ValidationException', message);
export const noSuchTable = (name: string): Refusal =>
  refusal('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
