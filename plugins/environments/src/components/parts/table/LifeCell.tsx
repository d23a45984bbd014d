import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  fullTime,
  TextButton,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRefusalText, useTimeText } from '../../../hooks';
import { lifeOf } from '../../../model/lifeOf';
import { environmentsTranslationRef } from '../../../translation';
import { Bar } from '../Bar';
import { RowActions } from './useRowActions';
import { useTableStyles } from './useTableStyles';

/** Life turns over by the minute, in its last hour every 10 s. */
const STEP_MS = 10_000;

/** How much life an environment has left, and the way to more of it. */
export function LifeCell(props: {
  record: EnvironmentRecord;
  actions: RowActions;
}): JSX.Element {
  const { record, actions } = props;
  const classes = useTableStyles();
  const now = useNow(STEP_MS);
  const time = useTimeText();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const life = lifeOf(record, now);
  const undo = actions.undoOf(record.id);
  return (
    <div className={classes.life}>
      <Bar share={life.share} width={40} soon={life.soon} />
      <span className={life.soon ? classes.soon : undefined}>
        {life.ended
          ? t('common.life.ended')
          : t('common.life.endsIn', { span: time.span(life.left) })}
      </span>
      <span className={classes.until}>
        <span title={fullTime(record.expiresAt)}>
          {time.day(record.expiresAt, now)}
          {record.pinned && ` · ${t('common.life.pinned')}`}
        </span>
        {undo && (
          <>
            <span>·</span>
            <TextButton look="link" onClick={undo}>
              {t('common.action.done.undo')}
            </TextButton>
          </>
        )}
        {!undo && !refusal(record, 'extend') && (
          <span data-quiet="">
            ·{' '}
            <TextButton
              look="link"
              label={t('list.extendOf', { name: record.name })}
              onClick={() => actions.extend(record)}
            >
              {t('common.action.extend')}
            </TextButton>
          </span>
        )}
      </span>
    </div>
  );
}
