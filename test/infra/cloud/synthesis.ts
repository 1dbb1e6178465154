import { App } from 'aws-cdk-lib';
import cdk from '../../../cdk.json' with { type: 'json' };
import { settingsOf } from '../../../infra/cloud/settings.ts';
import { addStacks } from '../../../infra/cloud/stacks.ts';

type Template = {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
};

/** A resource by the id that our code gave it, its properties with every reference written as a readable text. */
export type Resource = {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type has properties of its own, and tests compare whole values
  readonly properties: any;
  readonly deletionPolicy?: string;
};

const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** `{ Ref: 'tableABCD1234' }` → `table`, `{ 'Fn::GetAtt': ['tableABCD1234', 'Arn'] }` → `table.Arn`, joined texts joined. */
const readable = (value: unknown, exports: ReadonlyMap<string, unknown>): unknown => {
  if (Array.isArray(value)) return value.map((one) => readable(one, exports));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inner] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0) {
    if (name === 'Ref') return nameOf(inner);
    if (name === 'Fn::GetAtt') return `${nameOf(inner[0])}.${inner[1]}`;
    if (name === 'Fn::ImportValue') return readable(exports.get(inner), exports);
    if (name === 'Fn::Join') return (readable(inner[1], exports) as string[]).join(inner[0]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one, exports)]));
};

export type Synthesis = {
  /** The templates as they are, as one text. */
  readonly text: string;
  readonly resources: readonly Resource[];
  readonly ofType: (type: string) => readonly Resource[];
};

/** The whole service for a region, its functions not bundled. */
export const synthesised = (region: string, chosen: Readonly<Record<string, string>> = {}): Synthesis => {
  const app = new App({
    analyticsReporting: false,
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], ...chosen, region },
  });
  addStacks(app, settingsOf(app.node, {}));
  const { stacks } = app.synth();
  const templates = stacks.map(({ id, template }) => [id, template as Template] as const);
  const exports = new Map(
    templates.flatMap(([, { Outputs }]) =>
      Object.values(Outputs ?? {}).flatMap(({ Export, Value }) => (Export ? [[Export.Name, Value] as const] : [])),
    ),
  );
  const resources = templates.flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).map(([id, { Type, Properties, ...rest }]) => ({
      stack,
      id: nameOf(id),
      type: Type,
      properties: readable(Properties ?? {}, exports),
      ...('DeletionPolicy' in rest && { deletionPolicy: String(rest.DeletionPolicy) }),
    })),
  );
  return {
    text: JSON.stringify(templates),
    resources,
    ofType: (type) => resources.filter((one) => one.type === type),
  };
};
