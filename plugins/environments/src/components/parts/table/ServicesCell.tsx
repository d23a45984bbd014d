import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRecordText } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../useCardStyles';
import { useTableStyles } from './useTableStyles';

/** More would be longer than the words beside them. */
const MOST_PIPS = 12;

/** How many services are the environment's own, and how far it and the baseline have moved apart. */
export function ServicesCell(props: {
  record: EnvironmentRecord;
  /** Full reference of the reader. */
  me: string | undefined;
  /** A bar for each service beside the counts. */
  draws: boolean;
}): JSX.Element {
  const { record, me, draws } = props;
  const classes = useTableStyles();
  const cards = useCardStyles();
  const text = useRecordText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const own = record.services.filter(one => one.own).length;
  const all = record.services.length;
  const { baselineMoved, both, edited } = record.driftCounts;
  const moved = baselineMoved + both + edited > 0;
  return (
    <>
      <span className={classes.own}>
        {draws && all <= MOST_PIPS && (
          <span aria-hidden="true" className={classes.pips}>
            {record.services.map((service, index) => (
              <span
                key={service.name}
                className={`${classes.pip} ${index < own ? classes.mine : ''}`}
              />
            ))}
          </span>
        )}
        <span>
          {t('common.own.counts', {
            own: <b>{own}</b>,
            shared: String(all - own),
          })}
        </span>
      </span>
      <span className={classes.sub} title={text.drift(record, me)}>
        <span className={moved ? classes.drift : undefined}>
          {both > 0 && <StatusMark kind="degraded" decorative />}
          {moved && both === 0 && <Glyph name="branch" size={12} />}
          <span className={cards.cut}>{text.drift(record, me)}</span>
        </span>
      </span>
    </>
  );
}
