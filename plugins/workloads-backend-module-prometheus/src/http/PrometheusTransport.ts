import { MetricSourceRight } from '@domaindeck/backstage-plugin-workloads-node';

/** An answer as it came; its body has to be read or destroyed. */
export interface TransportAnswer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array> & { destroy(): void };
}

/** The way to one Prometheus. */
export interface PrometheusTransport {
  /** What the Prometheus is called in messages. */
  readonly name: string;
  /** The key of the config that says where it is. */
  readonly key: string;
  /** What the portal has to be allowed in the cluster; nothing unless told. */
  readonly rights?: readonly MetricSourceRight[];
  /**
   * @param call - such as `query_range`
   * @throws ServiceUnavailableError when there is no answer, and why
   */
  send(
    call: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<TransportAnswer>;
  /** What an answer means that did not come from Prometheus but on the way to it; undefined for any other. */
  explain(status: number, body: string): Error | undefined;
}
