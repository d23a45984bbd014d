export interface Config {
  workloads?: {
    logs?: {
      /**
       * Address of a trace, with `{{traceId}}` where its id stands, such as
       * `https://grafana.example/explore?trace={{traceId}}`. The ids of traces in log lines lead there.
       * @visibility frontend
       */
      traceUrl?: string;
    };
  };
}
