import {
  EnvironmentState,
  VersionKind,
} from '@domaindeck/backstage-plugin-environments-common';

/** What a person asks for beside the thing itself. */
export interface Asker {
  /** Ref of the person, or of the service that asks for one. */
  readonly ref: string;
  /** The departments above, of which one is the owner of what is made. */
  readonly group?: string;
}

/** Which environments are listed. */
export interface EnvironmentsQuery {
  readonly domain?: string;
  readonly owner?: string;
  readonly states?: readonly EnvironmentState[];
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Which versions are listed. */
export interface VersionsListQuery {
  readonly domain: string;
  readonly service: string;
  readonly cluster: string;
  readonly baseline?: string;
  /** Id of the environment that would be changed; absent for a new one. */
  readonly environment?: string;
  readonly kind?: VersionKind;
  readonly text?: string;
  readonly offset: number;
  readonly limit: number;
}
