import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  TextButton,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRecordText, useRefusalText, useTimeText } from '../../hooks';
import { addressOf } from '../../model/addressOf';
import { lifeOf } from '../../model/lifeOf';
import { stateOf } from '../../model/stateOf';
import { environmentsTranslationRef } from '../../translation';
import { Bar } from '../parts/Bar';
import { pathIn } from '../parts/TabBase';
import { RowActions } from '../parts/table';
import { useMyCardStyles } from './useMyCardStyles';

/** Life turns over by the minute, in its last hour every 10 s. */
const STEP_MS = 10_000;

/** One environment of the reader: how it fares, how long it lives, and the one door that is needed now. */
export function CardLine(props: {
  record: EnvironmentRecord;
  /** Path of the Environments tab; without it only the address is a link. */
  tabPath: string | undefined;
  actions: RowActions;
}): JSX.Element {
  const { record, tabPath, actions } = props;
  const classes = useMyCardStyles();
  const text = useRecordText();
  const now = useNow(STEP_MS);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { mark } = stateOf(record);
  const own = record.services.filter(one => one.own).length;
  const path = tabPath && pathIn(tabPath, record.name);
  return (
    <li className={classes.line}>
      <StatusMark kind={record.clusterSilent ? 'silent' : mark} decorative />
      <div className={classes.name}>
        {path ? (
          <Link to={path} className={classes.nameLink}>
            {record.name}
          </Link>
        ) : (
          <span className={classes.nameLink}>{record.name}</span>
        )}{' '}
        <span className={classes.faint}>
          {t('list.card.services', {
            own: String(own),
            shared: String(record.services.length - own),
          })}
        </span>
        <LifeLine
          record={record}
          actions={actions}
          state={[text.state(record, now), text.note(record, now)]
            .filter(Boolean)
            .join(t('common.colon'))}
        />
      </div>
      <Door record={record} path={path} />
    </li>
  );
}

function LifeLine(props: {
  record: EnvironmentRecord;
  actions: RowActions;
  /** The state in words. */
  state: string;
}): JSX.Element {
  const { record, actions, state } = props;
  const classes = useMyCardStyles();
  const now = useNow(STEP_MS);
  const time = useTimeText();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { mark } = stateOf(record);
  const life = lifeOf(record, now);
  const undo = actions.undoOf(record.id);
  if (mark === 'failed') {
    return (
      <div className={`${classes.life} ${classes.bad}`}>
        <span className={classes.words} title={state}>
          {state}
        </span>
      </div>
    );
  }
  const words: ReactNode[] = [
    state,
    life.ended
      ? t('common.life.ended')
      : t('common.life.endsIn', { span: time.span(life.left) }),
  ];
  const button = () => {
    if (undo) {
      return (
        <TextButton look="link" onClick={undo}>
          {t('common.action.done.undo')}
        </TextButton>
      );
    }
    return refusal(record, 'extend') ? null : (
      <TextButton
        look="link"
        label={t('list.extendOf', { name: record.name })}
        onClick={() => actions.extend(record)}
      >
        {t('common.action.extend')}
      </TextButton>
    );
  };
  return (
    <div className={`${classes.life} ${life.soon ? classes.warn : ''}`}>
      <Bar share={life.share} width={40} soon={life.soon} />
      <span className={classes.words} title={state}>
        {words.join(t('common.comma'))}
      </span>
      {button()}
    </div>
  );
}

/** Where it opens, or where what stopped is mended. */
function Door(props: {
  record: EnvironmentRecord;
  path: string | undefined;
}): JSX.Element | null {
  const { record, path } = props;
  const classes = useMyCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const address = addressOf(record);
  if (path && (record.state === 'failed' || record.state === 'needs-secrets')) {
    return (
      <Link to={path} className={classes.door}>
        {t('list.card.fix')}
      </Link>
    );
  }
  return address.kind === 'open' ? (
    <a
      className={classes.door}
      href={address.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('list.card.open', { name: record.name })}
    >
      {t('common.action.open')}
      <Glyph name="external" size={14} />
    </a>
  ) : null;
}
