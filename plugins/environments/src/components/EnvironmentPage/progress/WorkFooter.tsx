import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { Refused, useRefusalText } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { useCardStyles } from '../../parts/useCardStyles';

const WHY_ID = 'domaindeck-environment-work';

/** Try again, for a step that has stopped, and the way to give it up. */
export function WorkFooter(props: {
  record: EnvironmentRecord;
  busy: boolean;
  onRetry: () => void;
  second?: {
    readonly label: string;
    readonly refused: Refused | undefined;
    readonly onTake: () => void;
  };
}): JSX.Element {
  const { record, busy, onRetry, second } = props;
  const cards = useCardStyles();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const refused = refusal(record, 'retry');
  const stopped = record.state === 'failed';
  return (
    <footer className={cards.foot}>
      <span id={WHY_ID} className={`${cards.grow} ${cards.faint}`}>
        {refused?.reason ??
          (stopped ? t('progress.foot.stopped') : t('progress.foot.going'))}
      </span>
      {second && (
        <ActionButton refused={second.refused} onClick={second.onTake}>
          {second.label}
        </ActionButton>
      )}
      <ActionButton
        look="primary"
        glyph="refresh"
        busy={busy}
        refused={refused}
        refusedBy={WHY_ID}
        onClick={onRetry}
      >
        {t('progress.foot.retry')}
      </ActionButton>
    </footer>
  );
}
