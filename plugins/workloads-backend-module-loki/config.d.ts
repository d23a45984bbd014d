export interface Config {
  workloads?: {
    clusters?: {
      [name: string]: {
        logs?: {
          /** `loki` for the keys below. */
          type: string;
          /** Address of Loki or of the gateway before it, without `/loki/api/v1`. */
          url?: string;
          /** Tenant that the lines were sent for; several are joined by `|`. Sent as `X-Scope-OrgID`. */
          tenant?: string;
          /**
           * More headers for each request, such as `Authorization`.
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
          /** Labels that tell this cluster's lines from those of others in the same Loki, and their values. */
          labels?: { [label: string]: string };
          /** Labels that hold where a line comes from. Found out by asking Loki for its labels unless set. */
          mapping?: {
            /** Such as `namespace`. */
            namespace: string;
            /** Such as `pod`. */
            pod: string;
            /** Such as `container`. */
            container: string;
          };
          /** Lines that Loki gives at a time: its `max_entries_limit_per_query`. 5000 unless set. */
          maxLines?: number;
          /** How long Loki keeps lines, as an ISO 8601 duration such as `P30D`; shown to people. */
          keptFor?: string;
        };
      };
    };
  };
}
