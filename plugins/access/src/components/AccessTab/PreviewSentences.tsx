import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Preview } from '@domaindeck/backstage-plugin-access-common';
import { StatusMark } from '@domaindeck/backstage-plugin-workloads-react';
import { useDateText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { previewLines, PreviewLine } from './model/previewSums';
import { namesOfVerbs } from './model/verbGroups';
import { useEditorStyles } from './useEditorStyles';
import { useVerbText } from './useVerbText';

/** What a change does, in sentences. */
export function PreviewSentences(props: {
  preview: Preview;
  names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { preview, names } = props;
  const classes = useEditorStyles();
  const verbText = useVerbText();
  const dateText = useDateText();
  const { t } = useTranslationRef(accessTranslationRef);
  const comma = t('rights.list.comma');
  const inSentence = (text: string) =>
    text.slice(0, 1).toLocaleLowerCase('en-US') + text.slice(1);
  const textOf = (line: PreviewLine): string => {
    switch (line.type) {
      case 'gains':
      case 'loses': {
        const said = {
          what: namesOfVerbs(line.verbs)
            .map(verb => inSentence(verbText(verb)))
            .join(comma),
          where: line.clusters
            .map(cluster => names.get(cluster) ?? cluster)
            .join(comma),
        };
        return line.subject
          ? t(`grants.preview.${line.type}One`, {
              ...said,
              name: line.subject.title,
            })
          : t(`grants.preview.${line.type}`, { ...said, count: line.count });
      }
      case 'already': {
        if (!line.subject) {
          return t('grants.preview.already', { count: line.count });
        }
        const name = line.subject.title;
        if (!line.grantId) {
          return t('grants.preview.alreadyOne', { name });
        }
        return line.until
          ? t('grants.preview.alreadyByUntil', {
              name,
              id: line.grantId,
              date: dateText(line.until),
            })
          : t('grants.preview.alreadyBy', { name, id: line.grantId });
      }
      case 'streamsEnd':
        return t('grants.preview.streams', { count: line.count });
      default:
        return t('grants.preview.nobodyLoses');
    }
  };
  const signs: Record<PreviewLine['type'], ReactNode> = {
    gains: <span className={`${classes.sign} ${classes.add}`}>+</span>,
    already: <span className={classes.sign}>=</span>,
    loses: <span className={classes.sign}>−</span>,
    nobodyLoses: <span className={classes.sign}>−</span>,
    streamsEnd: <StatusMark kind="degraded" decorative />,
  };
  return (
    <ul>
      {previewLines(preview).map(line => (
        <li key={line.type} className={classes.sentence}>
          <span aria-hidden="true">{signs[line.type]}</span>
          <span>{textOf(line)}</span>
        </li>
      ))}
    </ul>
  );
}
