import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';

const ROWS = [62, 70, 48, 58, 66, 54];

const useStyles = makeStyles(
  {
    row: { display: 'flex', gap: 24, padding: '15px 16px' },
    who: { flex: '0 0 220px' },
    cell: { flex: 1 },
  },
  { name: 'DomainDeckLoadingRights' },
);

/** The matrix before anything is known, in the measure of what comes. */
export function LoadingRights(): JSX.Element {
  const classes = useStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  return (
    <div
      className={cards.card}
      role="progressbar"
      aria-label={t('rights.loading')}
    >
      {ROWS.map(width => (
        <div key={width} className={classes.row} aria-hidden="true">
          <span className={classes.who}>
            <Skeleton width={`${width}%`} />
          </span>
          {[0, 1, 2, 3].map(column => (
            <span key={column} className={classes.cell}>
              <Skeleton width={`${width - column * 6}%`} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
