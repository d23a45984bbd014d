export interface Config {
  access?: {
    /**
     * Roles by name, each a list of verbs such as `workloads.view`. A role given here replaces the built-in one of
     * that name (viewer, developer, operator, owner, auditor) or adds one.
     */
    roles?: { [role: string]: string[] };
    /** Who has which role where. The owner of a domain in the catalog has the role `owner` in it without a grant. */
    grants?: Array<{
      /** Name for explanations and audit; unique. */
      id?: string;
      /** Reference of a group or user. A parent group's grant reaches the members of its children. */
      subject: string;
      /** Domain references, `owned` (the domains that the subject owns in the catalog) or `all`. */
      domains: string[] | 'owned' | 'all';
      /** Narrows the grant: fields are ANDed, values of one field ORed. Absent: everywhere but restricted clusters. */
      where?: {
        /** Tiers of clusters, such as production. */
        tiers?: string[];
        /** Names of clusters. Naming a cluster is one of two ways to reach a restricted one. */
        clusters?: string[];
        /** Tags of clusters. Naming a tag is the other way to reach a restricted cluster. */
        tags?: string[];
      };
      /** Name of a role. */
      role: string;
      /** When the grant ends, RFC 3339. */
      until?: string;
      /** For the people who read the list later. */
      why?: string;
    }>;
  };
}
