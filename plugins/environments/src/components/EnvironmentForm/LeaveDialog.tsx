import Dialog from '@material-ui/core/Dialog';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { useCardStyles } from '../parts/useCardStyles';

const TITLE_ID = 'domaindeck-leave-title';

/** Asks once before what was chosen is left behind. */
export function LeaveDialog(props: {
  isNew: boolean;
  onStay: () => void;
  onLeave: () => void;
}): JSX.Element {
  const { isNew, onStay, onLeave } = props;
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={TITLE_ID}
      onClose={onStay}
    >
      <div className={cards.head}>
        <h3 id={TITLE_ID}>
          {isNew ? t('form.leave.title') : t('form.leave.changeTitle')}
        </h3>
      </div>
      <div style={{ padding: '0 16px 16px', fontSize: 13 }}>
        {isNew ? t('form.leave.text') : t('form.leave.changeText')}
      </div>
      <div className={cards.foot}>
        <span className={cards.grow} />
        <ActionButton onClick={onStay}>{t('form.leave.stay')}</ActionButton>
        <ActionButton look="primary" onClick={onLeave}>
          {t('form.leave.leave')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
