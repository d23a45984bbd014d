export interface Config {
  /** Live view of the workloads of business domains. */
  workloads?: {
    /** Our own keys of clusters, by their name in `kubernetes.clusterLocatorMethods`. */
    clusters?: {
      [name: string]: {
        /** development, testing, pre-production, production, or a name of the company's own. */
        tier?: string;
        /** Name for people; the cluster's own name unless set. */
        title?: string;
        /** Full ref of the group or person that looks after it, such as `group:default/platform`; shown in the catalog. */
        owner?: string;
        /** Words that grants may name, such as a region or a tenant. */
        tags?: string[];
        /** Whether only grants that name this cluster or one of its tags reach it. */
        restricted?: boolean;
        /** Whether self-service environments may live here. */
        selfService?: boolean;
        /**
         * How the portal itself signs in, instead of the way of the `kubernetes:` entry. Needed where that way is each
         * person's own sign-in (google, aks, oidc).
         */
        auth?: {
          /** serviceAccount, aws, azure, googleServiceAccount, or one that a module added. */
          authProvider?: string;
          /**
           * Token of a service account.
           * @visibility secret
           */
          serviceAccountToken?: string;
          /** File that holds the token; read again each minute and when the token is refused. */
          serviceAccountTokenFile?: string;
          /** ARN of the AWS role to assume. */
          assumeRole?: string;
          /** External id for the AWS role. */
          externalId?: string;
          /** Name of the OIDC token provider, for strategies that a module added. */
          oidcTokenProvider?: string;
          /**
           * More of what the provider's strategy reads, by the keys of the `kubernetes:` config.
           * @visibility secret
           */
          authMetadata?: { [key: string]: string };
        };
        /** Where the log lines of the cluster are stored. A module for the type reads the rest. */
        logs?: {
          /** Such as loki. */
          type: string;
        };
        /** Where the measures of the cluster are stored. A module for the type reads the rest. */
        metrics?: {
          /** Such as prometheus. */
          type: string;
        };
        /**
         * Lets console and actions reach the cluster in the person's own name, so that its rights and its audit see who
         * it was. Reads and environments stay the portal's own.
         */
        impersonate?: {
          /** Stands before the person's name, such as `portal:`; nothing unless set. Never `system:`. */
          userPrefix?: string;
          /** Group of the cluster for each group of the catalog, by its full ref; what is not listed gives nothing. */
          groups: { [groupRef: string]: string };
        };
      };
    };
    /** Which namespaces a domain lives in. A binding here beats the label on the namespace. */
    bindings?: Array<{
      /** The domain's reference, such as `domain:default/payments`, or its name. */
      domain: string;
      /** Name of the cluster. */
      cluster: string;
      /** Namespaces of that cluster. */
      namespaces: string[];
      /** Only baseline environments are bound by config. */
      kind?: 'baseline';
    }>;
  };
}
