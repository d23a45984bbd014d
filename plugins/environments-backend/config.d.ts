export interface Config {
  /** Self-service environments beside the baselines of domains. */
  environments?: {
    /** Sizes to choose from; S, M and L unless told. */
    sizes?: Array<{
      /** Short, such as M. */
      name: string;
      /** What it is good for, in words. */
      title?: string;
      /** Cores that all services together may ask for. */
      cores: number;
      /** Memory that all services together may ask for, such as `8Gi`, or bytes. */
      memory: string | number;
      /** Volumes together, such as `50Gi`, or bytes. */
      storage: string | number;
      /** How many pods. */
      pods: number;
    }>;
    /** How many environments there may be; no limit where none is told. */
    limits?: {
      /** Of one person in all domains together. */
      person?: number;
      /** Of one group in all domains together. */
      group?: number;
      /** Of one domain. */
      domain?: number;
    };
    /** Lives to offer, the shortest first, such as `PT8H` or `P3D`. */
    lives?: string[];
    /** The longest life, counted from the creation; 14 days unless told. */
    maxLife?: string | { [unit: string]: number };
    /** How long before the end people are told; a day and an hour unless told. */
    notices?: Array<string | { [unit: string]: number }>;
    /** DNS zone of addresses, such as `dev.example`; without one environments have no address. */
    zone?: string;
    /** Such as `{service}-{environment}.{zone}`, which it is unless told; `{domain}` is known too. */
    hostTemplate?: string;
    /** Without prices no cost is shown. */
    prices?: {
      /** Such as EUR. */
      currency: string;
      /** Of one core for one hour. */
      coreHour: number;
      /** Of one gibibyte of memory for one hour. */
      gibHour: number;
    };
    /** What differs from domain to domain, by the domain's full ref. */
    domains?: {
      [domainRef: string]: {
        /** How many environments it may have. */
        limit?: number;
        /** The longest life in it. */
        maxLife?: string | { [unit: string]: number };
        /** Names of Secrets of its baselines that environments may copy, beside those with the label. */
        copyableSecrets?: string[];
        /** Sizes that may be taken in it; all unless told. */
        sizes?: string[];
      };
    };
    /** What differs from cluster to cluster, by its name. Environments are made only in those with `selfService: true`. */
    clusters?: {
      [name: string]: {
        /** DNS zone of addresses in this cluster. */
        zone?: string;
        /** http or https; https unless told. */
        scheme?: 'http' | 'https';
        /** Kind of object that leads to a service; Ingress unless told. */
        route?: 'Ingress' | 'HTTPRoute';
        /** Class of the ingress controller. */
        ingressClassName?: string;
        /** Secret with the wildcard certificate. */
        tlsSecretName?: string;
        /** Gateway for HTTPRoutes. */
        gateway?: { namespace: string; name: string; sectionName?: string };
        /** `cluster.local` unless told. */
        clusterDomain?: string;
        /** Namespaces of ingress controllers and gateways, which the network policy lets in. */
        ingressNamespaces?: string[];
        /** Whether node selectors and tolerations of the baseline are dropped. */
        dropPlacement?: boolean;
        /** ClusterRole that the people of an environment hold in it, and the groups that hold it. */
        team?: { clusterRole: string; groups?: string[]; users?: string[] };
      };
    };
    /**
     * Registries of which the versions may be chosen, and are checked before anything is made. No other registry is ever
     * asked, whatever people type.
     */
    registries?: Array<{
      /** Host as images name it, with the port if it has one; `docker.io` is that of images without a host. */
      host: string;
      /** Where it is asked; `https://<host>` unless told. */
      url?: string;
      /**
       * Where it has its tokens given, when that is another origin than `url`: only its origin counts. Credentials are sent
       * there. `https://auth.docker.io` for docker.io.
       */
      tokenUrl?: string;
      /** Hosts to which it redirects for what it stores, such as a bucket; they see no credentials. None unless told. */
      redirectHosts?: string[];
      /** Name for a registry that wants one. */
      username?: string;
      /**
       * Password, or without a username a token that is shown to the registry as it is.
       * @visibility secret
       */
      password?: string;
      /**
       * Regular expression with the groups `branch` and, for the number of the build, `build`. Unless told a branch is what
       * looks neither like a release nor like a commit, without the commit or date at its end.
       */
      branchTags?: string;
    }>;
    /**
     * Key of the hashes by which changes of copied secrets are found. The backend's own key unless told; with another one
     * every copied secret looks changed once.
     * @visibility secret
     */
    secretKey?: string;
  };
}
