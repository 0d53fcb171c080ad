import type { ScalarType } from '../yaml/scalar.ts';

/**
 * What may stand in one place of a compose file: a mapping, a list, a scalar, or several of these, told apart by the kind
 * of the node. Compiled from the compose specification's JSON schema with our additions; see `npm run generate`.
 */
export interface Shape {
  /** Markdown; one or two sentences. */
  readonly doc?: string;
  /** The first Docker Compose that knows it. */
  readonly since?: string;
  /** Why it should not be used any more. */
  readonly deprecated?: string;
  /** Whatever YAML can say is fine. */
  readonly any?: true;
  readonly mapping?: MappingShape;
  readonly sequence?: SequenceShape;
  readonly scalar?: ScalarShape;
  /** The form that completion writes where there are several; mapping, list, scalar in this order otherwise. */
  readonly prefer?: Form;
}

export type Form = 'mapping' | 'sequence' | 'scalar';

export interface MappingShape {
  readonly keys: Readonly<Record<string, Shape>>;
  /** What it describes, where its keys depend on each other. */
  readonly group?: Group;
  readonly required?: readonly string[];
  /** For the keys that the file's author names. */
  readonly names?: NamesShape;
  /** No other keys than `keys`, `names` and, with `extensions`, `x-…`. */
  readonly closed?: true;
  readonly extensions?: true;
}

export interface NamesShape {
  /** A regular expression; a name that does not match is refused when the mapping is closed, else not looked at. */
  readonly pattern: string;
  readonly shape: Shape;
  /** What a name stands for, for messages: `service`, `variable`. */
  readonly what?: string;
  /** What the names are, where they are more than names. */
  readonly kind?: NameKind;
  /** The names are those of a top-level section: `depends_on: {db: …}`. */
  readonly ref?: Section;
}

export interface SequenceShape {
  readonly items: Shape;
  /** No two items may be equal. */
  readonly unique?: true;
}

export interface ScalarShape {
  readonly types: readonly ScalarType[];
  /** The only strings allowed. */
  readonly enum?: readonly string[];
  /** A regular expression that a string must match somewhere. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Strings that are cast before they are checked, as after interpolation. */
  readonly cast?: 'boolean' | 'integer' | 'number';
  /** Well-known values with their meaning; one that ends with `:` is a beginning. Others are fine unless `strict` is there. */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * Whether other values than the well-known ones are reported: all (`true`), only those that look like one of them
   * (`near`), or all that do not match a regular expression.
   */
  readonly strict?: true | 'near' | { readonly or: string };
  /** What a number may be at least and at most, where only the engine looks. */
  readonly within?: readonly [number, number];
  /** A path that should not be absolute, so that the file works elsewhere. */
  readonly relative?: true;
  /** What the text is, where it is more than text. */
  readonly kind?: ValueKind;
  /** The value is a name from a top-level section. */
  readonly ref?: Section;
}

/** The top-level sections whose names are referred to. */
export type Section = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';

export type ValueKind =
  | 'address'
  | 'assignment'
  | 'bytes'
  | 'capability'
  | 'cidr'
  | 'command'
  | 'container'
  | 'context'
  | 'count'
  | 'cpus'
  | 'device'
  | 'device rule'
  | 'dockerfile'
  | 'domain'
  | 'duration'
  | 'environment'
  | 'expose'
  | 'file'
  | 'file mode'
  | 'folder'
  | 'host'
  | 'host address'
  | 'host ip'
  | 'image'
  | 'label'
  | 'mac'
  | 'model'
  | 'platform'
  | 'port'
  | 'port number'
  | 'port range'
  | 'profile'
  | 'signal'
  | 'ssh'
  | 'sysctl'
  | 'target'
  | 'tmpfs'
  | 'variable'
  | 'volume';

/** Names that are checked. */
export type NameKind = 'host' | 'label' | 'sysctl' | 'variable';

/** Mappings whose keys depend on each other. */
export type Group =
  | 'build'
  | 'config'
  | 'credential spec'
  | 'deploy'
  | 'device request'
  | 'healthcheck'
  | 'limit'
  | 'mount'
  | 'network'
  | 'secret'
  | 'service'
  | 'volume'
  | 'watch';
