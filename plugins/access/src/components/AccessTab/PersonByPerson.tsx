import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PreviewChange,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import { TextButton } from '@domaindeck/backstage-plugin-workloads-react';
import { useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { personLines } from './model/previewSums';
import { useEditorStyles } from './useEditorStyles';

/** Enough to recognise the department. */
const SHOWN = 4;

/** For each person whom a grant reaches, what is held now and then. */
export function PersonByPerson(props: {
  people: readonly PreviewChange[];
  names: ReadonlyMap<string, string>;
  rights: RightsMatrix;
}): JSX.Element | null {
  const { people, names, rights } = props;
  const classes = useEditorStyles();
  const roleText = useRoleText();
  const { t } = useTranslationRef(accessTranslationRef);
  const [all, setAll] = useState(false);
  const lines = personLines(people);
  if (lines.length === 0) {
    return null;
  }
  const shown = all ? lines : lines.slice(0, SHOWN);
  const more = lines.length - shown.length;
  return (
    <div className={classes.part}>
      <h4 id="domaindeck-person-by-person">{t('grants.preview.persons')}</h4>
      <table
        className={classes.persons}
        aria-labelledby="domaindeck-person-by-person"
      >
        <tbody>
          {shown.map(line => (
            <tr key={`${line.subject.ref} ${line.clusters.join()}`}>
              <th scope="row">
                <span className={classes.person}>
                  <PersonMark
                    subject={line.subject}
                    reader={line.subject.ref === rights.caller.subject.ref}
                  />
                  <span>
                    {line.subject.title}{' '}
                    <small>
                      {line.clusters
                        .map(cluster => names.get(cluster) ?? cluster)
                        .join(t('rights.list.comma'))}
                    </small>
                  </span>
                </span>
              </th>
              <td>{roleText(line.before)}</td>
              <td>
                <span aria-hidden="true">{line.changed ? '→' : '='}</span>
                <span className={classes.screenReader}>
                  {line.changed
                    ? t('grants.preview.becomes')
                    : t('grants.preview.stays')}
                </span>
              </td>
              <td className={line.changed ? classes.becomes : undefined}>
                {roleText(line.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <TextButton look="link" onClick={() => setAll(true)}>
          {t('grants.preview.more', { count: more })}
        </TextButton>
      )}
    </div>
  );
}
