import { useState } from 'react';
import Dialog from '@material-ui/core/Dialog';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { useRefusalText, useWrite } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { FailureStrip } from '../../parts/FailureStrip';
import { useCardStyles } from '../../parts/useCardStyles';

const TITLE_ID = 'domaindeck-pin-title';
const WHY_ID = 'domaindeck-pin-why';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      body: {
        display: 'grid',
        gap: 8,
        padding: '0 16px 16px',
        fontSize: 13,
        '& input': {
          height: 32,
          padding: '0 10px',
          border: `1px solid ${tokens.control}`,
          borderRadius: 4,
          background: tokens.paper,
          color: tokens.text,
          font: 'inherit',
        },
      },
    };
  },
  { name: 'DomainDeckPin' },
);

/** Keeps an environment beyond its end, with the reason that others read. */
export function PinDialog(props: {
  record: EnvironmentRecord;
  accept: (answer: EnvironmentRecord) => void;
  onClose: () => void;
}): JSX.Element {
  const { record, accept, onClose } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const refusal = useRefusalText();
  const [why, setWhy] = useState('');
  const { t } = useTranslationRef(environmentsTranslationRef);
  const writing = useWrite(
    (idempotencyKey: string, reason: string) =>
      api.pin(record.id, { pinned: true, why: reason }, { idempotencyKey }),
    answer => {
      accept(answer);
      onClose();
    },
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      PaperProps={{ className: cards.dialog }}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <div className={cards.head}>
        <h3 id={TITLE_ID}>{t('detail.pin.title', { name: record.name })}</h3>
      </div>
      <div className={classes.body}>
        <label htmlFor={WHY_ID}>{t('detail.pin.why')}</label>
        <input
          id={WHY_ID}
          value={why}
          maxLength={500}
          onChange={event => setWhy(event.target.value)}
        />
        {writing.state === 'failed' && (
          <FailureStrip error={writing.error} onForget={writing.forget} />
        )}
      </div>
      <div className={cards.foot}>
        <span className={cards.grow} />
        <ActionButton onClick={onClose}>{t('common.cancel')}</ActionButton>
        <ActionButton
          look="primary"
          busy={writing.state === 'writing'}
          refused={refusal(record, 'pin')}
          onClick={() => writing.run(why.trim())}
        >
          {t('detail.pin.do')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
