import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FailureNote,
  RefusedControl,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { Editing } from './model/viewState';
import { useEditorStyles } from './useEditorStyles';
import { GrantEditing } from './usePreview';
import { useSaveGrant } from './useSaveGrant';

const MISSING_ID = 'domaindeck-grant-missing';

/** Saves the change, or says everything that is still in the way. */
export function GrantSave(props: {
  editing: Editing;
  editor: GrantEditing;
  onClose: () => void;
  onSaved: () => void;
}): JSX.Element {
  const { editing, editor, onClose, onSaved } = props;
  const { draft, change, preview, checked } = editor;
  const cards = useCardStyles();
  const classes = useEditorStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const saving = useSaveGrant(onSaved);
  const isEnd = editing.type === 'end';
  const label = isEnd ? t('grants.save.end') : t('grants.save.save');
  if (saving.state === 'saved') {
    return (
      <footer className={cards.foot}>
        <span role="status" className={cards.grow}>
          {isEnd ? t('grants.save.ended') : t('grants.save.saved')}
        </span>
        <TextButton
          onClick={() => {
            editor.resetDraft();
            onClose();
          }}
        >
          {t('grants.form.close')}
        </TextButton>
      </footer>
    );
  }
  const missing = [
    !draft.subject && t('grants.save.needsWho'),
    editing.type === 'new' &&
      (draft.where?.length ?? 0) === 0 &&
      t('grants.save.needsWhere'),
    !isEnd && !draft.role && t('grants.save.needsRole'),
    draft.why.trim() === '' && t('grants.save.needsWhy'),
    change && !checked && t('grants.save.needsPreview'),
    ...(preview?.refusals ?? []).map(({ code, message, subject }) =>
      t(`grants.remark.${code}`, { message, name: subject?.title ?? '' }),
    ),
  ].flatMap(text => text || []);
  return (
    <>
      {saving.state === 'failed' && (
        <div className={cards.padded}>
          <FailureNote
            title={t('grants.save.failed')}
            error={saving.error}
            kind="refused"
            retry={{ label: t('rights.retry'), onRetry: saving.forget }}
          />
        </div>
      )}
      <footer className={cards.foot}>
        <span id={MISSING_ID} className={`${cards.grow} ${cards.faint}`}>
          {missing.length > 0 ? missing.join(' ') : t('grants.save.note')}
        </span>
        <TextButton onClick={onClose}>{t('grants.save.cancel')}</TextButton>
        {missing.length > 0 || !change ? (
          <RefusedControl
            because="waits"
            reason={missing.join(' ')}
            describedBy={MISSING_ID}
          >
            {label}
          </RefusedControl>
        ) : (
          <button
            type="button"
            className={classes.primary}
            aria-disabled={saving.state === 'saving' || undefined}
            onClick={() => saving.save(change, draft.why.trim())}
          >
            {saving.state === 'saving' ? t('grants.save.saving') : label}
          </button>
        )}
      </footer>
    </>
  );
}
