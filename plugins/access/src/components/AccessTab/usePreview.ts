import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  GrantChange,
  GrantRecord,
  Preview,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import {
  RemoteResult,
  useClock,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { changeOf, draftOf, GrantDraft } from './model/grantDraft';
import { AccessViewState, Editing } from './model/viewState';

/** After the last keystroke; the reason is not part of what is asked. */
const SETTLE_MS = 300;

/** The form of a grant and what it would change. */
export interface GrantEditing {
  readonly draft: GrantDraft;
  readonly setDraft: (part: Partial<GrantDraft>) => void;
  /** Empties the form. */
  readonly resetDraft: () => void;
  /** The grant that is changed or ended, as it is; undefined for a new one or one that is gone. */
  readonly grant: GrantRecord | undefined;
  readonly grants: RemoteResult<{ items: GrantRecord[] }>;
  /** What would be sent; undefined while something is missing. */
  readonly change: GrantChange | undefined;
  /** What it would change; the last one known while a newer one is being computed. */
  readonly preview: Preview | undefined;
  /** Whether what is known belongs to what is filled in. */
  readonly checked: boolean;
  readonly previewError: Error | undefined;
  readonly retry: () => void;
}

/** Keeps the form while the tab is open, and asks what it would change whenever it settles. */
export function usePreview(
  rights: RightsMatrix,
  state: AccessViewState,
): GrantEditing {
  const { editing, of } = state;
  const api = useApi(accessApiRef);
  const { entityRef, domain, environments } = rights;
  const grants = useRemote(
    editing && editing.type !== 'new' ? entityRef : undefined,
    signal => api.getGrants({ entity: entityRef }, { signal }),
  );
  const items = grants.status === 'ready' ? grants.data.items : undefined;
  const grant =
    editing && editing.type !== 'new'
      ? items?.find(({ id }) => id === editing.id)
      : undefined;
  const chosen = rights.rows.find(row => row.subject.ref === of)?.subject;
  const [draft, setDraft, resetDraft] = useDraft(editing, grant, chosen);
  const change = useMemo(
    () =>
      editing &&
      changeOf(editing, draft, {
        domainRef: domain.ref,
        environments,
        grant,
      }),
    [editing, draft, domain.ref, environments, grant],
  );
  const asked = useSettledText(withoutWhy(change));
  const preview = useRemote(
    asked && editing ? `${entityRef} ${JSON.stringify(editing)}` : undefined,
    async signal => ({
      asked,
      answer: await api.preview(
        { entity: entityRef, change: JSON.parse(asked!) as GrantChange },
        { signal },
      ),
    }),
    { changeKey: asked },
  );
  const known = preview.status === 'ready' ? preview.data : undefined;
  return {
    draft,
    setDraft,
    resetDraft,
    grant,
    grants,
    change,
    preview: known?.answer,
    checked: known !== undefined && known.asked === withoutWhy(change),
    previewError:
      preview.status === 'ready' || preview.status === 'failed'
        ? preview.error
        : undefined,
    retry: preview.reload,
  };
}

function useDraft(
  editing: Editing | undefined,
  grant: GrantRecord | undefined,
  chosen: GrantDraft['subject'],
): [GrantDraft, (part: Partial<GrantDraft>) => void, () => void] {
  const key = JSON.stringify([editing, grant?.id]);
  const [kept, setKept] = useState<{ key: string; draft: GrantDraft }>();
  const draft =
    kept?.key === key
      ? kept.draft
      : draftOf(editing ?? { type: 'new' }, grant, chosen);
  return [
    draft,
    part => setKept({ key, draft: { ...draft, ...part } }),
    () => setKept(undefined),
  ];
}

/** What is asked as text, the same for every reason. */
function withoutWhy(change: GrantChange | undefined): string | undefined {
  switch (change?.type) {
    case 'create':
      return JSON.stringify({
        ...change,
        grant: { ...change.grant, why: '-' },
      });
    case 'update':
      return JSON.stringify({
        ...change,
        patch: { ...change.patch, why: '-' },
      });
    default:
      return change && JSON.stringify(change);
  }
}

function useSettledText(text: string | undefined): string | undefined {
  const clock = useClock();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === undefined) {
      setSettled(undefined);
      return undefined;
    }
    return clock.after(SETTLE_MS, () => setSettled(text));
  }, [text, clock]);
  return settled;
}
