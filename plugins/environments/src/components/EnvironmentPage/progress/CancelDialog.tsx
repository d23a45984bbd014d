import Dialog from '@material-ui/core/Dialog';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { useCardStyles } from '../../parts/useCardStyles';

const TITLE_ID = 'domaindeck-cancel-title';

/** Asks once before an environment that was never ready is given up. */
export function CancelDialog(props: {
  name: string;
  onKeep: () => void;
  onCancel: () => void;
}): JSX.Element {
  const { name, onKeep, onCancel } = props;
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={TITLE_ID}
      onClose={onKeep}
    >
      <div className={cards.head}>
        <h3 id={TITLE_ID}>{t('progress.cancelling.title', { name })}</h3>
      </div>
      <div style={{ padding: '0 16px 16px', fontSize: 13 }}>
        {t('progress.cancelling.text')}
      </div>
      <div className={cards.foot}>
        <span className={cards.grow} />
        <ActionButton onClick={onKeep}>
          {t('progress.cancelling.keep')}
        </ActionButton>
        <ActionButton look="dangerSolid" onClick={onCancel}>
          {t('progress.cancelling.do')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
