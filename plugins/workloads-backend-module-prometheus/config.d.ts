export interface Config {
  workloads?: {
    clusters?: {
      [name: string]: {
        metrics?: {
          /** `prometheus` for the keys below. */
          type: string;
          /** Address of Prometheus or what answers like it, without `/api/v1`. Either this or `service`. */
          url?: string;
          /**
           * A Service of the cluster that is read through its API server, as `namespace/name:port`, with `https:` before
           * the name where it speaks that and a prefix of its paths after the port.
           */
          service?: string;
          /** Tenant that the measures were sent for. Sent as `X-Scope-OrgID`. */
          tenant?: string;
          /**
           * More headers for each request, such as `Authorization`.
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
          /** Labels that tell this cluster's series from those of others in the same store, and their values. */
          labels?: { [label: string]: string };
          /** How often measures are taken, such as `30s` or `1m`; `1m` unless set. */
          scrapeInterval?: string;
          /** How long measures are kept, as an ISO 8601 duration such as `P15D`; shown to people. */
          keptFor?: string;
        };
      };
    };
  };
}
