import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { useFormStyles } from './useFormStyles';

/** The form that is still to come. */
export function LoadingForm(): JSX.Element {
  const cards = useCardStyles();
  const classes = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <div
      role="progressbar"
      aria-label={t('form.loading')}
      className={classes.two}
    >
      <div className={classes.stack}>
        <div className={`${cards.card} ${cards.padded}`}>
          <Skeleton animation="wave" height={240} variant="rect" />
        </div>
        <div className={`${cards.card} ${cards.padded}`}>
          <Skeleton animation="wave" height={80} />
        </div>
      </div>
      <div className={`${cards.card} ${cards.padded}`}>
        <Skeleton animation="wave" height={320} variant="rect" />
      </div>
    </div>
  );
}
