/** An error as S3 words it. */
export type ObjectsRefusal = Error & { readonly code: string; readonly statusCode: number };

const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  AccessForbidden: 403,
  SignatureDoesNotMatch: 403,
  InvalidAccessKeyId: 403,
  RequestTimeTooSkewed: 403,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  MethodNotAllowed: 405,
  BucketAlreadyOwnedByYou: 409,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  InvalidRange: 416,
  NotImplemented: 501,
};

export const refuse = (code: string, message: string): ObjectsRefusal =>
  Object.assign(new Error(message), { code, statusCode: STATUS[code] ?? 400 });

export const xmlText = (text: string): string =>
  text.replace(/[&<>"']|\p{Cc}/gu, (character) => `&#${character.codePointAt(0)};`);

export const refusalXml = ({ code, message }: ObjectsRefusal, resource: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${xmlText(message)}</Message>` +
  `<Resource>${xmlText(resource)}</Resource></Error>`;
