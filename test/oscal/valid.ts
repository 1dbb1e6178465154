import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import results from './oscal_assessment-results_schema.json' with { type: 'json' };
import catalog from './oscal_catalog_schema.json' with { type: 'json' };

type Schema = Readonly<Record<string, unknown>>;

/** Draft 7 names a definition by its place already; their own `$id`, a bare fragment, says the same once more. */
const withoutOwnNames = (schema: Schema): Schema => {
  const definitions = Object.entries(schema.definitions as Readonly<Record<string, Schema>>);
  return {
    ...schema,
    definitions: Object.fromEntries(definitions.map(([name, { $id: _, ...definition }]) => [name, definition])),
  };
};

const validator = (schema: Schema) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(withoutOwnNames(schema));
  return (document: unknown): readonly string[] =>
    validate(document) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** What NIST's schema has against a document; nothing where it is valid. */
export const catalogFaults = validator(catalog);
export const resultsFaults = validator(results);
