import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Draft } from '../../model/draft';
import { readDraft, writeDraft } from '../../model/urlDraft';

/** The draft at hand, and the ways to change it. */
export interface DraftControl {
  readonly draft: Draft;
  readonly edit: (change: (draft: Draft) => Draft) => void;
  readonly put: (part: Partial<Draft>) => void;
  /** Whether anything was changed since the form opened. */
  readonly touched: boolean;
}

/**
 * Keeps the draft while the form is open.
 *
 * @param start - what the form opens with; the URL when undefined
 * @param inUrl - whether the URL follows, so that a link is a proposal
 */
export function useDraft(
  start: Draft | undefined,
  inUrl: boolean,
): DraftControl {
  const [params, setParams] = useSearchParams();
  const [kept, setKept] = useState(() => ({
    draft: start ?? readDraft(params),
    touched: false,
  }));
  const edit = useCallback(
    (change: (draft: Draft) => Draft) =>
      setKept(before => ({ draft: change(before.draft), touched: true })),
    [],
  );
  const put = useCallback(
    (part: Partial<Draft>) => edit(before => ({ ...before, ...part })),
    [edit],
  );
  const { draft, touched } = kept;
  useEffect(() => {
    if (inUrl && touched) {
      setParams(before => writeDraft(draft, before), { replace: true });
    }
    // The setter is another one whenever the URL changes; only a change of the draft is written.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, touched, inUrl]);
  return useMemo(
    () => ({ draft, edit, put, touched }),
    [draft, edit, put, touched],
  );
}
