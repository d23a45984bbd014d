import {
  ClusterGuard,
  ClusterOption,
  Edge,
  EnvironmentDrift,
  EnvironmentRecord,
  HistoryEntry,
  Options,
  PendingSecret,
  ServiceOption,
  Size,
  Step,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';

/**
 * What an {@link InMemoryEnvironmentsApi} holds: one domain with one baseline, and the environments beside it.
 * @public
 */
export interface EnvironmentsWorld {
  /** Full reference of who asks. */
  caller: string;
  /** `developer`: makes environments and changes those that are theirs. `stranger` sees nothing at all. */
  role: 'viewer' | 'developer' | 'owner' | 'stranger';
  /** Full reference of the domain. */
  domain: string;
  clusters: ClusterOption[];
  /** Told to operators only; the portal asks for nobody else. */
  guards: ClusterGuard[];
  services: ServiceOption[];
  edges: Edge[];
  relationsKnown: boolean;
  sizes: Size[];
  /** ISO 8601 durations. */
  lives: string[];
  maxLife: string;
  /** Absent without limits. */
  limits: { person?: number; domain?: number };
  /** Absent without prices. */
  currency?: string;
  /** Absent where the cluster has no zone. */
  hostTemplate?: string;
  /** Absent where it is not known how much room the cluster has. */
  clusterUse?: number;
  sleepWhenUnused: Options['sleepWhenUnused'];
  /** Versions by service that do not exist although somebody may type them. */
  missingVersions: Record<string, string[]>;
  /** What the registry of images says of itself. */
  registry: VersionPage['registry'];
  /** Services that register themselves somewhere, and the settings of which one has to be given. */
  registries: Record<string, { registry: string; settings: string[] }>;
  /** Secrets that may not be copied, asked for when one of their services is taken. */
  secrets: PendingSecret[];
  /** Services that are being rolled out in the baseline. */
  busy: string[];
  environments: EnvironmentRecord[];
  /** How many more there are that the caller may not see. */
  hidden: number;
  /** By id. */
  drifts: Record<string, EnvironmentDrift>;
  /** By id, newest first. */
  history: Record<string, HistoryEntry[]>;
  /** By id. */
  steps: Record<string, Step[]>;
}
