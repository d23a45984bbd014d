import { useCallback } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** The name of a person as far as it is known at this moment; for searching and sorting, not for showing. */
export function useNameOf(): (person: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  return useCallback(
    (person: string) =>
      entityPresentationSnapshot(person, { defaultKind: 'user' }, presentation)
        .primaryTitle,
    [presentation],
  );
}
