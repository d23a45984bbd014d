/** JSON of an answer, as loosely as a contract needs it. */
export interface Body {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly metadata: {
    readonly name?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
    readonly generation?: number;
    readonly labels?: Record<string, string>;
    readonly deletionTimestamp?: string;
    readonly finalizers?: readonly string[];
    readonly managedFields?: readonly {
      readonly manager: string;
      readonly operation: string;
      readonly fieldsV1: Readonly<Record<string, unknown>>;
      readonly [field: string]: unknown;
    }[];
  };
  readonly items?: readonly Body[];
  readonly [field: string]: unknown;
}
