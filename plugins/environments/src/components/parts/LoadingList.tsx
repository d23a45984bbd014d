import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from './useCardStyles';

const ROWS = [68, 74, 62, 80, 71, 66];

/** Rows that are still to come. */
export function LoadingList(): JSX.Element {
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <div
      role="progressbar"
      aria-label={t('list.heading.loading')}
      className={cards.card}
      style={{ padding: '8px 16px' }}
    >
      {ROWS.map(width => (
        <Skeleton
          key={width}
          animation="wave"
          height={44}
          width={`${width}%`}
        />
      ))}
    </div>
  );
}
