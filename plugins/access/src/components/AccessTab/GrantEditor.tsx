import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  CopyButton,
  EmptyNotice,
  FailureNote,
  TextButton,
  ToolButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { GrantForm } from './GrantForm';
import { GrantSave } from './GrantSave';
import { PreviewPart } from './PreviewPart';
import { AccessViewControl } from './useAccessView';
import { useEditorStyles } from './useEditorStyles';
import { GrantEditing } from './usePreview';

/** Gives, changes or ends a grant, after showing who gains and loses what. */
export function GrantEditor(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
  editor: GrantEditing;
  onSaved: () => void;
}): JSX.Element | null {
  const { rights, view, names, editor, onSaved } = props;
  const { editing } = view.state;
  const cards = useCardStyles();
  const classes = useEditorStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const [asJson, setAsJson] = useState(false);
  if (!editing) {
    return null;
  }
  const titles = {
    new: t('grants.form.create'),
    change: t('grants.form.change'),
    end: t('grants.form.end'),
  };
  const close = () => view.change({ editing: undefined });
  const json = () => JSON.stringify(editor.change ?? {}, undefined, 2);
  const { grants, grant } = editor;
  const body = () => {
    if (editing.type !== 'new' && grants.status === 'failed') {
      return (
        <div className={cards.padded}>
          <FailureNote
            title={t('grants.table.failed')}
            error={grants.error}
            kind="failed"
            retry={{ label: t('rights.retry'), onRetry: grants.reload }}
          />
        </div>
      );
    }
    if (editing.type !== 'new' && !grant) {
      return grants.status === 'ready' ? (
        <EmptyNotice glyph="info" title={titles[editing.type]}>
          {t('grants.form.gone')}
        </EmptyNotice>
      ) : null;
    }
    return (
      <>
        {asJson ? (
          <pre className={classes.json}>{json()}</pre>
        ) : (
          <GrantForm
            rights={rights}
            editing={editing}
            names={names}
            editor={editor}
          />
        )}
        <PreviewPart rights={rights} names={names} editor={editor} />
        <GrantSave
          editing={editing}
          editor={editor}
          onClose={close}
          onSaved={onSaved}
        />
      </>
    );
  };
  return (
    <section className={cards.card} aria-label={titles[editing.type]}>
      <header className={cards.head}>
        <h3>{titles[editing.type]}</h3>
        {asJson && (
          <CopyButton look="link" text={json}>
            {t('grants.form.copyJson')}
          </CopyButton>
        )}
        <TextButton look="link" onClick={() => setAsJson(!asJson)}>
          {asJson ? t('grants.form.asForm') : t('grants.form.asJson')}
        </TextButton>
        <ToolButton
          glyph="close"
          label={t('grants.form.close')}
          onClick={close}
        />
      </header>
      {body()}
    </section>
  );
}
