import { ReactNode } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { endedRightsApiRef } from './endedRightsApiRef';

/**
 * Says to somebody who sees nothing of an entity what right of theirs ended there, by whom and when, where the portal
 * knows; else what is given for it.
 * @public
 */
export function EndedRights(props: {
  /** Full entity reference, such as `domain:default/payments`. */
  entityRef: string;
  /** Stands there while nothing is known to have ended. */
  otherwise?: ReactNode;
}): JSX.Element {
  const { entityRef, otherwise } = props;
  const api = useApiHolder().get(endedRightsApiRef);
  return api ? (
    <api.Note entityRef={entityRef} otherwise={otherwise} />
  ) : (
    <>{otherwise}</>
  );
}
