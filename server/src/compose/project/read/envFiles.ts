import { itemsOf } from '../forms.ts';
import type { ScalarValue } from '../model.ts';
import type { Service } from '../service.ts';

/** A file that a service's environment or labels are read from. */
export interface EnvFileUse {
  readonly path: ScalarValue;
  readonly required: boolean;
  readonly format?: ScalarValue;
}

/** The `env_file` of a service in its forms, in the order in which they are read. */
export function envFiles({ value }: Pick<Service, 'value'>): EnvFileUse[] {
  const list = value.get('env_file');
  return (list ? itemsOf(list) : []).flatMap((item): EnvFileUse[] => {
    if (item.kind === 'scalar') return item.value === null ? [] : [{ path: item, required: true }];
    if (item.kind !== 'mapping') return [];
    const [path, format] = [item.scalar('path'), item.scalar('format')];
    const required = item.scalar('required')?.value !== false;
    return path ? [{ path, required, ...(format && { format }) }] : [];
  });
}

/** The `label_file` of a service in its forms. */
export function labelFiles({ value }: Pick<Service, 'value'>): ScalarValue[] {
  const list = value.get('label_file');
  return (list ? itemsOf(list) : []).flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
}
