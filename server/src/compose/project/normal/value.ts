import { composeShape } from '../../schema/compose.data.ts';
import { anything } from '../../schema/lookup.ts';
import type { Shape } from '../../schema/shape.ts';
import { shapeAt } from '../build.ts';
import { buildMapping, implied, itemsOf, namesMapping, pairsMapping, plainDependency } from '../forms.ts';
import { isRemote } from '../inclusion.ts';
import { type MergeRule, ruleAt } from '../mergeRules.ts';
import type { ScalarValue, Value } from '../model.ts';
import { absolutePath, pathOf } from '../paths.ts';
import { type Plain, type PlainMapping, plainOf } from './plain.ts';
import { duration, size, words } from './units.ts';

export const serviceShape: Shape = shapeAt(shapeAt(composeShape, 'services'), 'name');

interface Place {
  readonly shape: Shape;
  readonly rule: MergeRule;
  /** The keys that lead here, `*` for an item. */
  readonly path: readonly string[];
}

/** A value in its long form. */
export function normal(value: Value, { shape, rule, path }: Place): Plain {
  const place = path.join('.');
  if (value.kind === 'scalar' && value.value === null) return null;
  if (pathPlaces.has(place)) return pathText(value);
  if (place === 'build.ssh') return keys(value);
  if (rule.how === 'pairs') return textPairs(value, blankPlaces.has(path.at(-1) ?? '') ? '' : null);
  if (rule.how === 'list') return itemsOf(value).map(plainOf);
  const as = form(value, rule);
  if (as.kind === 'mapping') return mapping(as, { shape, rule, path });
  if (as.kind === 'sequence') {
    const item = { shape: shape.sequence?.items ?? anything, rule: rule.each ?? {}, path: [...path, '*'] };
    return as.items.map((each) => itemForm(each, item));
  }
  return scalar(as, shape, place);
}

function mapping(value: Extract<Value, { kind: 'mapping' }>, { shape, rule, path }: Place): PlainMapping {
  return Object.fromEntries(
    value.entries.map(({ key, value: each }) => [
      key,
      normal(each, {
        shape: shapeAt(shape, key),
        rule: ruleAt(rule, key),
        path: [...path, named.has(path.join('.')) ? '*' : key],
      }),
    ]),
  );
}

/** Places whose keys are names. */
const named = new Set(['networks', 'depends_on', 'models', 'ulimits', 'build.ulimits']);

/** What a text, a list or a mapping is another way to write. */
function form(value: Value, { how }: MergeRule): Value {
  switch (how) {
    case 'build':
      return buildMapping(value) ?? value;
    case 'dependencies':
      return namesMapping(value, plainDependency) ?? value;
    case 'names':
      return namesMapping(value, (item) => implied(null, item)) ?? value;
    default:
      return value;
  }
}

/** An item of a list in its long form. */
function itemForm(item: Value, place: Place): Plain {
  const at = place.path.join('.');
  if (item.kind !== 'scalar') return normal(item, place);
  switch (at) {
    case 'configs.*':
    case 'secrets.*':
    case 'build.secrets.*':
      return { source: item.text, ...(at === 'secrets.*' && { target: `/run/secrets/${item.text}` }) };
    case 'devices.*': {
      const [source = '', target = source, permissions = 'rwm'] = item.text.split(':');
      return { source, target, permissions };
    }
    default:
      return scalar(item, place.shape, at);
  }
}

function scalar(value: ScalarValue, shape: Shape, place: string): Plain {
  const { kind, types = [], cast } = shape.scalar ?? {};
  if (place === 'healthcheck.test') return ['CMD-SHELL', value.text];
  if (place === 'gpus') return [{ count: -1 }];
  if (place === 'build.sbom' || place === 'build.provenance') return value.text;
  if (kind === 'command' && shape.sequence) return words(value.text);
  if (kind === 'bytes') return size(value.text);
  if (kind === 'duration') return duration(value.text);
  if (place.endsWith('.cpus') || place === 'cpus') return Number(value.text);
  if (place.endsWith('.count')) return value.text === 'all' ? -1 : Number(value.text);
  if (listed.has(place)) return [value.text];
  if (kind === 'file mode') return value.type === 'string' ? value.text : `0${Number(value.value).toString(8)}`;
  if (types.length > 0 && types[0] === 'string' && cast === undefined && value.value !== null) return value.text;
  return value.value;
}

/** Where one text may stand for a list, and compose has no rule of merging for it. */
const listed = new Set(['develop.watch.*.ignore', 'develop.watch.*.include']);

const pathPlaces = new Set(['build.context', 'develop.watch.*.path', 'credential_spec.file']);

function pathText(value: Value): Plain {
  if (value.kind !== 'scalar') return plainOf(value);
  return isRemote(value.text) || value.text.includes('://') ? value.text : (pathOf(value) ?? value.text);
}

/** Labels without a value are blank; variables are taken from the environment. */
const blankPlaces = new Set(['labels', 'annotations']);

/** `ID: PATH` as compose writes keys for SSH: in a list. */
function keys(value: Value): Plain {
  const all = pairsMapping(value);
  return (all?.entries ?? []).map(({ key, value: each }) => {
    if (each.kind !== 'scalar' || each.value === null) return key;
    return `${key}: ${absolutePath(each, each.origin) ?? each.text}`;
  });
}

/** `KEY: value` and `KEY=value` as a mapping of texts. */
export function textPairs(value: Value, absent: Plain = null): Plain {
  const all = pairsMapping(value);
  if (!all) return plainOf(value);
  return Object.fromEntries(
    all.entries.map(({ key, value: each }) => [
      key,
      each.kind === 'scalar' ? (each.value === null ? absent : each.text) : plainOf(each),
    ]),
  );
}
