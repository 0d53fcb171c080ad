type Schema = Readonly<Record<string, unknown>>;

/** An object with these properties and no others; those marked with `!` must be there. */
function exactly(properties: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(properties).map(([name, schema]) => [name.replace('!', ''), schema] as const);
  const required = Object.keys(properties).flatMap((name) => (name.endsWith('!') ? [name.slice(0, -1)] : []));
  return { type: 'object', additionalProperties: false, required, properties: Object.fromEntries(entries) };
}

function list(items: Schema, more: Schema = {}): Schema {
  return { type: 'array', items, ...more };
}

const text = { type: 'string', minLength: 1 };
const position = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const message = exactly({ 'text!': text });
const uriReference = { type: 'string', pattern: String.raw`^[A-Za-z0-9._~!$&'()*+,;=:@/%-]+$` };
const artifactLocation = exactly({ 'uri!': uriReference });
const region = exactly({
  'startLine!': position,
  startColumn: position,
  endLine: position,
  endColumn: position,
  sourceLanguage: text,
});
const physicalLocation = exactly({ 'artifactLocation!': artifactLocation, region });
const replacement = exactly({ 'deletedRegion!': region, insertedContent: exactly({ text: { type: 'string' } }) });
const artifactChange = exactly({
  'artifactLocation!': artifactLocation,
  'replacements!': list(replacement, { minItems: 1 }),
});
const rule = exactly({
  'id!': text,
  name: text,
  shortDescription: message,
  helpUri: { type: 'string', pattern: '^https://' },
  help: exactly({ 'text!': text, markdown: text }),
  defaultConfiguration: exactly({ level }),
});
const result = exactly({
  'ruleId!': text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  'message!': message,
  'locations!': list(exactly({ physicalLocation }), { minItems: 1 }),
  relatedLocations: list(exactly({ id: { type: 'integer', minimum: 0 }, message, physicalLocation }), {
    uniqueItems: true,
  }),
  fixes: list(
    exactly({ description: message, 'artifactChanges!': list(artifactChange, { minItems: 1, uniqueItems: true }) }),
    { uniqueItems: true },
  ),
  properties: { type: 'object' },
});

/**
 * The part of the schema of SARIF 2.1.0 that our logs use, with what GitHub's code scanning asks for beside it. Stricter
 * than the original: a property that is not here is not in our logs.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarifSchema: Schema = exactly({
  'version!': { const: '2.1.0' },
  $schema: { type: 'string' },
  'runs!': list(
    exactly({
      'tool!': exactly({
        'driver!': exactly({
          'name!': text,
          fullName: text,
          version: text,
          semanticVersion: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+` },
          shortDescription: message,
          rules: list(rule, { uniqueItems: true }),
        }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      defaultSourceLanguage: text,
      'results!': list(result),
    }),
  ),
});
