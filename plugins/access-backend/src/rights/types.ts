import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  EndedRights,
  Explanation,
  RightsMatrix,
  RightsMemberPage,
  Role,
} from '@domaindeck/backstage-plugin-access-common';

/** A person who asks. */
export type Caller = BackstageCredentials<BackstageUserPrincipal>;

/** Tells people what ended of what they held. */
export interface EndedRightsService {
  /** @returns nothing for a domain that does not exist, or in which the caller held nothing */
  getEnded(request: {
    readonly credentials: Caller;
    readonly entity: string;
  }): Promise<EndedRights>;
}

/** Tells who may do what and why. */
export interface RightsService {
  getRoles(): Promise<{ items: Role[] }>;
  /** @throws NotFoundError when the caller views nothing of the domain */
  getRights(request: {
    readonly credentials: Caller;
    readonly entity: string;
  }): Promise<RightsMatrix>;
  /** @throws NotFoundError likewise, and for what is not a row of the matrix */
  getMembers(request: {
    readonly credentials: Caller;
    readonly entity: string;
    readonly group: string;
    readonly q?: string;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<RightsMemberPage>;
  /** @throws NotFoundError likewise, and for a subject that the catalog does not have */
  explain(request: {
    readonly credentials: Caller;
    readonly entity: string;
    readonly subject?: string;
  }): Promise<Explanation>;
}
