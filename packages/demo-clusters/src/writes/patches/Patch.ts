import { rulesOf } from '../fields/fieldRules';
import { mergePatch } from './mergePatch';
import { strategicMerge } from './strategicMerge';

/** A change of an object in one of the forms that clients send. */
export interface Patch {
  /** A JSON merge patch (RFC 7396), or one that merges lists by their keys. */
  readonly form: 'merge' | 'strategic';
  readonly body: unknown;
}

/** An object after a patch. */
export function patched(kind: string, object: unknown, patch: Patch): unknown {
  return patch.form === 'merge'
    ? mergePatch(object, patch.body)
    : strategicMerge(object, patch.body, rulesOf(kind));
}
