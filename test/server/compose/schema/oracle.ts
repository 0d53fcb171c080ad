import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { composeShape } from '../../../../server/src/compose/schema/compose.data.ts';
import { shapeOfKey } from '../../../../server/src/compose/schema/lookup.ts';
import type { ScalarShape, Shape } from '../../../../server/src/compose/schema/shape.ts';

interface Schema {
  definitions: Record<string, { properties: Record<string, unknown> }>;
  properties: Record<string, unknown>;
}

/** The published schema in a validator of its own, with the newer keys that our overlay adds. */
export function schemaValidator(): ValidateFunction {
  const path = resolve(import.meta.dirname, '../../../../node_modules/dclint/schemas/compose.schema.json');
  // Repeated items are a warning of ours: compose drops them from most lists before it looks at the schema.
  const text = readFileSync(path, 'utf8')
    .replaceAll(/,?\s*"uniqueItems": true/g, '')
    .replaceAll(/\{\s*,/g, '{');
  const schema = JSON.parse(
    text.replace('https://json-schema.org/draft-07/schema', 'http://json-schema.org/draft-07/schema#'),
  ) as Schema;
  const { service, development, service_hook: hook } = schema.definitions;
  const build = (service!.properties['build'] as { oneOf: { properties?: Record<string, unknown> }[] }).oneOf[1]!
    .properties!;
  const flag = { type: ['boolean', 'string'] };
  Object.assign(build, { provenance: flag, sbom: flag, no_cache_filter: { $ref: '#/definitions/string_or_list' } });
  const watch = development!.properties['watch'] as { items: { properties: Record<string, unknown> } };
  watch.items.properties['initial_sync'] = flag;
  service!.properties['pre_start'] = {
    type: 'array',
    items: { type: 'object', properties: { ...hook!.properties, image: { type: 'string' }, per_replica: flag } },
  };
  requireMore(schema, service!);
  schema.properties['models'] = {
    type: 'object',
    patternProperties: { '^[a-zA-Z0-9._-]+$': { oneOf: [{ type: 'null' }, { $ref: '#/definitions/model' }] } },
  };
  const attached = service!.properties['models'] as {
    oneOf: { patternProperties?: Record<string, { type: unknown }> }[];
  };
  attached.oneOf[1]!.patternProperties!['^[a-zA-Z0-9._-]+$']!.type = ['object', 'null'];
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

/** Keys that compose asks for once the schema is satisfied, and our table at once. */
function requireMore({ definitions }: Schema, service: Schema['definitions'][string]): void {
  const long = (items: unknown): { required?: string[] } => (items as { oneOf: object[] }).oneOf.at(-1)!;
  const list = (key: string): { required?: string[] } => long((service.properties[key] as { items: unknown }).items);
  list('ports').required = ['target'];
  list('volumes').required = ['type', 'target'];
  long((definitions['service_config_or_secret'] as unknown as { items: unknown }).items).required = ['source'];
  long(definitions['include']).required = ['path'];
}

/** What compose makes of a value before it looks at the schema; throws for a string that it cannot cast. */
function cast(value: unknown, shape: Shape = composeShape): unknown {
  if (shape.any === true) return value;
  if (Array.isArray(value)) return shape.sequence ? value.map((item) => cast(item, shape.sequence?.items)) : value;
  if (typeof value === 'object' && value !== null) {
    const { mapping } = shape;
    if (!mapping) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, cast(item, shapeOfKey(mapping, key) ?? { any: true })]),
    );
  }
  return typeof value === 'string' && shape.scalar?.cast ? castText(value, shape.scalar.cast) : value;
}

function castText(text: string, to: NonNullable<ScalarShape['cast']>): boolean | number {
  const fail = (): never => {
    throw new Error(`cannot cast ${text}`);
  };
  if (to === 'boolean') {
    const word = text.toLowerCase();
    if (['y', 'yes', 'true', 'on'].includes(word)) return true;
    return ['n', 'no', 'false', 'off'].includes(word) ? false : fail();
  }
  if (to === 'integer') return /^[+-]?\d+$/.test(text) ? Number(text) : fail();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : fail();
}

/** Whether compose would take this content of a file, as far as the schema goes. */
export function accepts(validator: ValidateFunction, content: unknown): boolean {
  try {
    return validator(cast(content));
  } catch {
    return false;
  }
}
