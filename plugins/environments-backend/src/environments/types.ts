import { EnvironmentState } from '@domaindeck/backstage-plugin-environments-common';

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
