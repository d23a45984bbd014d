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
  };
  readonly items?: readonly Body[];
  readonly [field: string]: unknown;
}
