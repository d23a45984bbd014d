import { AccessSubject } from '@domaindeck/backstage-plugin-access-common';

/**
 * The departments, the people and the owners of domains, as the catalog has them at some moment.
 * @public
 */
export interface Organisation {
  /** Refs of the owners by ref of the domain; every domain of the catalog has an entry. */
  readonly domainOwners: ReadonlyMap<string, readonly string[]>;
  /** Refs of all persons that the catalog has, or that a department names as a member. */
  readonly people: readonly string[];
  /** A person or a department with all departments above. One that the catalog does not have stands alone. */
  subject(ref: string): AccessSubject;
  /** Whether the catalog has this person, department or domain. */
  has(ref: string): boolean;
  /** The name to show; the last part of the ref when the catalog has no other. */
  titleOf(ref: string): string;
  /** The departments that name a person as their member, or that stand directly above a department. */
  directGroupsOf(ref: string): readonly string[];
  /** The people of a department and of all below it; a person alone is its own. */
  peopleOf(ref: string): readonly string[];
}

/**
 * Gives an organisation that is at most some seconds old.
 * @public
 */
export interface OrganisationSource {
  /** @throws when the catalog does not answer and what is known is too old to be trusted. */
  get(): Promise<Organisation>;
}
