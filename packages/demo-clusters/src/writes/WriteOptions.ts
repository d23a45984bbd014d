import { Preconditions } from './checkPreconditions';

/** How an object is written. */
export interface WriteOptions {
  /** Whether everything is done but keep the result. */
  readonly dryRun?: boolean;
  /** Who writes; absent for controllers, whose fields nobody keeps count of. */
  readonly manager?: string;
}

/** How an object is applied. */
export interface ApplyOptions extends WriteOptions {
  readonly manager: string;
  /** Whether fields are taken from others that manage them with another value. */
  readonly force: boolean;
}

/** How an object is removed. */
export interface RemoveOptions {
  readonly dryRun?: boolean;
  readonly preconditions?: Preconditions;
  /** Of a pod; what its specification says unless told. */
  readonly graceSeconds?: number;
}
