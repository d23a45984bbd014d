import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyNotice } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { DOCS } from '../parts/docs';
import { useCardStyles } from '../parts/useCardStyles';

/** No cluster of the domain takes self-service environments; says where to read how one is opened. */
export function NoCluster(props: { name: string }): JSX.Element {
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <EmptyNotice
      glyph="cluster"
      title={t('list.noCluster.title')}
      actions={
        <a
          className={cards.link}
          href={DOCS}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('list.noCluster.docs')}
        </a>
      }
    >
      {t('list.noCluster.text', { name: props.name })}
    </EmptyNotice>
  );
}
