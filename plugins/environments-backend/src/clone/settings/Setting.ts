/** One text by which a workload is told something. */
export interface Setting {
  /** Name of the variable, key of the file or dotted path within it; empty for an argument. */
  readonly name: string;
  /** Of a Secret the addresses of the baseline that it holds; undefined where it holds none. */
  readonly value?: string;
  readonly from: 'env' | 'argument' | 'config' | 'secret';
  /** Name of the container, ConfigMap or Secret. */
  readonly of: string;
  /** Key of the ConfigMap or Secret. */
  readonly key?: string;
}
