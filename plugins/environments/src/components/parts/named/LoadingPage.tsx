import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../useCardStyles';
import { usePageStyles } from '../usePageStyles';

/** The page that is still to come. */
export function LoadingPage(): JSX.Element {
  const cards = useCardStyles();
  const classes = usePageStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <div
      role="progressbar"
      aria-label={t('progress.loading')}
      className={classes.cols}
    >
      <div className={`${cards.card} ${cards.padded}`}>
        <Skeleton animation="wave" height={64} />
        <Skeleton animation="wave" height={240} variant="rect" />
      </div>
      <div className={`${cards.card} ${cards.padded}`}>
        <Skeleton animation="wave" height={200} variant="rect" />
      </div>
    </div>
  );
}
