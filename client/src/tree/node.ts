import type {
  BuildCacheUsage,
  Container,
  DiskUsage,
  EngineVersion,
  Image,
  Layer,
  Mount,
  Network,
  NetworkAttachment,
  PortBinding,
  Volume,
} from '../engine/model.ts';
import type { ImagePlatform } from '../engine/port/images.ts';
import type { Swarm, SwarmNode, SwarmObject, SwarmService, SwarmTask } from '../engine/port/swarm.ts';
import type { Probe } from '../engine/port/details.ts';
import type { Sorting } from './viewChoice.ts';
import type { Load } from '../store/meters.ts';
import type { ContextEntry } from '../engine/endpoint/contexts.ts';
import type { Answer, Question } from '../store/details.ts';

/**
 * A row of a tree, as plain data. Its id is stable (made of engine ids), so selection and expansion survive changes.
 * A new kind is a variant here and a file in `nodes/`; the compiler finds every switch that must know it.
 */
export type TreeNode =
  | {
      readonly kind: 'containerGroup';
      readonly id: string;
      readonly project: string;
      readonly containers: readonly Container[];
      /** By container id, of those that run, while it is measured. */
      readonly loads?: Readonly<Record<string, Load>>;
    }
  | {
      /** What has something in common that is no compose project: a Swarm stack, a network, an image, a label's value. */
      readonly kind: 'containerSet';
      readonly id: string;
      readonly by: 'stack' | 'network' | 'image' | 'label';
      /** Empty for what has none. */
      readonly name: string;
      readonly containers: readonly Container[];
      readonly loads?: Readonly<Record<string, Load>>;
    }
  | {
      readonly kind: 'container';
      readonly id: string;
      readonly container: Container;
      /** Set below a volume, network or image that it uses: how. It has no children there. */
      readonly use?: string;
      /** Its project's name is not left out: it does not stand in that project's group. */
      readonly whole?: true;
      /** While it runs and is measured. */
      readonly load?: Load;
    }
  | {
      /** Children of a container that are asked for when they are looked at. */
      readonly kind: 'section';
      readonly id: string;
      readonly section: 'environment' | 'health' | 'processes';
      readonly container: Container;
    }
  | {
      readonly kind: 'variable';
      readonly id: string;
      readonly container: Container;
      readonly name: string;
      readonly value: string;
    }
  | { readonly kind: 'probe'; readonly id: string; readonly container: Container; readonly probe: Probe }
  | {
      readonly kind: 'process';
      readonly id: string;
      readonly container: Container;
      /** Column and value, in the engine's order. */
      readonly fields: readonly (readonly [title: string, value: string])[];
    }
  | {
      /** Says why there are no rows: that there is nothing, or what went wrong with asking. */
      readonly kind: 'notice';
      readonly id: string;
      readonly text: string;
      /** Set when asking failed: it can be asked again. */
      readonly question?: Question;
    }
  | { readonly kind: 'port'; readonly id: string; readonly container: Container; readonly port: PortBinding }
  | { readonly kind: 'mount'; readonly id: string; readonly container: Container; readonly mount: Mount }
  | {
      readonly kind: 'attachment';
      readonly id: string;
      readonly container: Container;
      readonly network: NetworkAttachment;
    }
  | {
      readonly kind: 'volume';
      readonly id: string;
      readonly volume: Volume;
      /** Running or not, by name. */
      readonly users: readonly Container[];
      /** Bytes, where the engine was asked and could tell. */
      readonly size?: number;
    }
  | {
      readonly kind: 'network';
      readonly id: string;
      readonly network: Network;
      /** Running or not, by name. */
      readonly users: readonly Container[];
    }
  | {
      readonly kind: 'imageGroup';
      readonly id: string;
      /** Empty for the images that have none. */
      readonly repository: string;
      readonly images: readonly Image[];
      /** The containers made of each, by image id, the running ones first. */
      readonly usedBy: Readonly<Record<string, readonly Container[]>>;
      readonly marks: ImageMarks;
      readonly sort: Sorting;
    }
  | {
      readonly kind: 'image';
      readonly id: string;
      readonly image: Image;
      /** The whole name, `repository:tag`. */
      readonly tag?: string;
      /** The containers made of it, the running ones first. */
      readonly usedBy: readonly Container[];
      /** Bytes that other images have too, where the engine was asked. */
      readonly sharedSize?: number;
      /** What its registry has under this name now, where it was asked. */
      readonly remote?: RemoteState;
      /** It does not stand below its repository: its whole name is shown. */
      readonly whole?: true;
    }
  | {
      /** Parts of an image that are asked for when they are looked at. */
      readonly kind: 'imageSection';
      readonly id: string;
      readonly section: 'layers' | 'platforms';
      readonly image: Image;
    }
  | {
      /** What one kind of thing takes on the engine's disk. */
      readonly kind: 'usageGroup';
      readonly id: string;
      readonly group: UsageGroup;
      readonly usage: DiskUsage;
    }
  | { readonly kind: 'swarmGroup'; readonly id: string; readonly group: SwarmGroup; readonly swarm: Swarm }
  | {
      readonly kind: 'service';
      readonly id: string;
      readonly service: SwarmService;
      /** Of the Swarm's nodes, by id. */
      readonly hostnames: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      /** The service's name. */
      readonly service: string;
      readonly task: SwarmTask;
      readonly hostname: string;
    }
  | { readonly kind: 'swarmNode'; readonly id: string; readonly node: SwarmNode }
  | { readonly kind: 'swarmObject'; readonly id: string; readonly object: SwarmObject }
  | {
      readonly kind: 'registry';
      readonly id: string;
      readonly host: string;
      /** The repositories of it that the engine has images of, by their whole names. */
      readonly local: readonly string[];
    }
  | {
      readonly kind: 'repository';
      readonly id: string;
      readonly host: string;
      /** As Docker shows it: `nginx`, `localhost:5000/team/web`. */
      readonly repository: string;
      /** The engine has images of it. */
      readonly local: boolean;
    }
  | { readonly kind: 'remoteTag'; readonly id: string; readonly reference: string }
  | {
      readonly kind: 'context';
      readonly id: string;
      readonly context: ContextEntry;
      /** Its engine's version, or why it cannot be reached, where it was asked. */
      readonly health?: Answer<EngineVersion>;
    }
  | { readonly kind: 'cache'; readonly id: string; readonly cache: BuildCacheUsage }
  | { readonly kind: 'layer'; readonly id: string; readonly layer: Layer }
  | { readonly kind: 'platform'; readonly id: string; readonly platform: ImagePlatform };

export const swarmGroups = ['services', 'nodes', 'secrets', 'configs'] as const;
export type SwarmGroup = (typeof swarmGroups)[number];

export const usageGroups = ['images', 'containers', 'volumes', 'buildCache'] as const;
export type UsageGroup = (typeof usageGroups)[number];

/** What is known of images beyond the engine's list. */
export interface ImageMarks {
  /** Bytes that an image shares with others, by image id. */
  readonly shared?: Readonly<Record<string, number>>;
  /** By `repository:tag`. */
  readonly remote?: Readonly<Record<string, RemoteState>>;
}

/** The registry has the same image under the name, or another one; or it could not be asked, and why. */
export type RemoteState = { readonly state: 'same' | 'newer' } | { readonly state: 'failed'; readonly reason: string };

/**
 * What VS Code holds for a row, and hands to a command from the tree: the same object for as long as the row's id lives,
 * while its `node` is always the newest.
 */
export interface TreeRow {
  readonly id: string;
  readonly node: TreeNode;
}

/** How a node looks; `provider.ts` turns it into VS Code's TreeItem. */
export interface NodeView {
  readonly label: string;
  readonly description?: string;
  /** A codicon's name and a theme color's id. */
  readonly icon?: { readonly id: string; readonly color?: string };
  /** For screen readers: label, state and what matters. */
  readonly accessibilityLabel: string;
  /**
   * What the row is and which commands fit it: the kind, then its flags. `contextValue` is `kind flag flag`, and menus
   * match words of it. Flags of a container: its state, `published` (has a published port), `unhealthy`, `compose` (is a
   * compose project's). Flags of an image: `tagged`, `dangling`, `used`, `outdated`; of a volume: `used` or `unused`, `anonymous`; of a network:
   * `builtIn` or `custom`, `used` or `unused`.
   */
  readonly flags: readonly string[];
  readonly expandable: 'none' | 'collapsed' | 'expanded';
}
