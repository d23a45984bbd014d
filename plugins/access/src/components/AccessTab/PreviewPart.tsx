import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  FailureNote,
  useAnnouncement,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { PersonByPerson } from './PersonByPerson';
import { PreviewSentences } from './PreviewSentences';
import { RemarkList } from './RemarkList';
import { useEditorStyles } from './useEditorStyles';
import { GrantEditing } from './usePreview';

/** What would change if the grant were saved. */
export function PreviewPart(props: {
  rights: RightsMatrix;
  names: ReadonlyMap<string, string>;
  editor: GrantEditing;
}): JSX.Element {
  const { rights, names, editor } = props;
  const { preview, previewError, change, checked, retry } = editor;
  const classes = useEditorStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const said = useAnnouncement(
    preview && checked
      ? t('grants.preview.said', {
          gaining: String(preview.counts.gaining),
          losing: String(preview.counts.losing),
        })
      : '',
  );
  const state = () => {
    if (!change) {
      return undefined;
    }
    return checked ? t('grants.preview.ifSaved') : t('grants.preview.checking');
  };
  return (
    <>
      <div className={classes.part}>
        <h4>
          {t('grants.preview.title')} <span>{state()}</span>
        </h4>
        <span role="status" className={classes.screenReader}>
          {said}
        </span>
        {!change && t('grants.preview.fill')}
        {change && previewError && (
          <FailureNote
            title={t('grants.preview.failed')}
            error={previewError}
            kind="failed"
            retry={{ label: t('rights.retry'), onRetry: retry }}
          />
        )}
        {change && preview && (
          <div className={checked ? undefined : classes.dimmed}>
            <PreviewSentences preview={preview} names={names} />
          </div>
        )}
      </div>
      {change && preview && (
        <>
          <PersonByPerson
            people={preview.people}
            names={names}
            rights={rights}
          />
          <RemarkList refusals={preview.refusals} warnings={preview.warnings} />
        </>
      )}
    </>
  );
}
