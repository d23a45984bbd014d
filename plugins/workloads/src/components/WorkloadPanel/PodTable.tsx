import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsTranslationRef } from '../../translation';
import { usePodStyles } from './usePodStyles';

/** The frame of the table of pods. */
export function PodTable(props: { children: ReactNode }): JSX.Element {
  const classes = usePodStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('panel.pods.name')}</th>
          <th scope="col">{t('panel.pods.state')}</th>
          <th scope="col">{t('panel.pods.restarts')}</th>
          <th scope="col">{t('panel.pods.age')}</th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
