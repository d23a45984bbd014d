import { Json } from '../../objects';

/** One path of a web address, and the Service to which it leads. */
export interface RoutePath {
  readonly path: string;
  readonly type:
    | 'Prefix'
    | 'Exact'
    | 'RegularExpression'
    | 'ImplementationSpecific';
  readonly service: string;
  /** Number or name of the Service's port. */
  readonly port: number | string;
  /** Filters of an HTTPRoute's rule, such as a rewrite of the path. */
  readonly filters?: readonly Json[];
}

/** What leads from outside to the baseline: a rule of an Ingress or HTTPRoute, or a Service that is open itself. */
export interface Route {
  readonly source: {
    readonly kind: 'Ingress' | 'HTTPRoute' | 'Service';
    readonly name: string;
  };
  readonly host?: string;
  readonly paths: readonly RoutePath[];
  readonly annotations: Readonly<Record<string, string>>;
}
