import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { RoleChoice } from './RoleChoice';
import { Editing } from './model/viewState';
import { SubjectPicker } from './SubjectPicker';
import { UntilChoice } from './UntilChoice';
import { useEditorStyles } from './useEditorStyles';
import { GrantEditing } from './usePreview';
import { WhereChoice } from './WhereChoice';

const WHY_ID = 'domaindeck-grant-why';

/** Who, where, which role, until when, and why. */
export function GrantForm(props: {
  rights: RightsMatrix;
  editing: Editing;
  names: ReadonlyMap<string, string>;
  editor: GrantEditing;
}): JSX.Element {
  const { rights, editing, names, editor } = props;
  const { draft, setDraft, grant } = editor;
  const classes = useEditorStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const offered = useMemo(
    () => rights.rows.map(({ subject }) => subject),
    [rights.rows],
  );
  const isNew = editing.type === 'new';
  return (
    <div className={classes.form}>
      <div className={classes.field}>
        <span className={classes.label}>{t('grants.form.who')}</span>
        {isNew || !draft.subject ? (
          <SubjectPicker
            label={t('grants.form.who')}
            value={draft.subject}
            offered={offered}
            noneText={t('grants.form.noWho')}
            placeholder={t('grants.form.whoHint')}
            onChange={subject => setDraft({ subject })}
          />
        ) : (
          <span className={classes.static}>
            <PersonMark subject={draft.subject} />
            {draft.subject.title}
          </span>
        )}
      </div>
      {editing.type !== 'end' && (
        <>
          <div className={classes.field}>
            <span className={classes.label}>{t('grants.form.where')}</span>
            <WhereChoice
              environments={rights.environments}
              names={names}
              grant={isNew ? undefined : grant}
              where={draft.where}
              onChange={where => setDraft({ where })}
            />
          </div>
          <div className={classes.field}>
            <span className={classes.label}>{t('grants.form.role')}</span>
            <RoleChoice
              roles={rights.roles}
              role={draft.role}
              onChange={role => setDraft({ role })}
            />
          </div>
          <div className={classes.field}>
            <span className={classes.label}>{t('grants.form.until')}</span>
            <UntilChoice
              until={draft.until}
              onChange={until => setDraft({ until })}
            />
          </div>
        </>
      )}
      <div className={`${classes.field} ${classes.all}`}>
        <label className={classes.label} htmlFor={WHY_ID}>
          {t('grants.form.why')}
        </label>
        <input
          id={WHY_ID}
          className={classes.input}
          value={draft.why}
          maxLength={500}
          required
          placeholder={
            editing.type === 'end'
              ? t('grants.form.whyHintEnd')
              : t('grants.form.whyHint')
          }
          onChange={event => setDraft({ why: event.target.value })}
        />
      </div>
    </div>
  );
}
