/** One text by which a workload is told something. */
export interface Setting {
  /** Name of the variable, key of the file or dotted path within it; empty for an argument. */
  readonly name: string;
  /** Undefined where it comes from a Secret. */
  readonly value?: string;
  readonly from: 'env' | 'argument' | 'config' | 'secret';
  /** Name of the container, ConfigMap or Secret. */
  readonly of: string;
  /** Key of the ConfigMap. */
  readonly key?: string;
}
