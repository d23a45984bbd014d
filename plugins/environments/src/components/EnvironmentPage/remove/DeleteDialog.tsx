import { FormEvent, useState } from 'react';
import Dialog from '@material-ui/core/Dialog';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { Refused, useRefusalText, useTimeText, useWrite } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { FailureStrip } from '../../parts/FailureStrip';
import { PersonText } from '../../parts/PersonName';
import { useCardStyles } from '../../parts/useCardStyles';
import { WhatIsLost } from './WhatIsLost';

const TITLE_ID = 'domaindeck-delete-title';
const NAME_ID = 'domaindeck-delete-name';
const WAITS_ID = 'domaindeck-delete-waits';
/** Who used it longer ago is hardly surprised. */
const RECENT_MS = 86_400_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
        '& p': { margin: 0 },
        '& h2': {
          margin: 0,
          padding: '20px 24px 0',
          fontSize: 20,
          lineHeight: '28px',
          overflowWrap: 'anywhere',
        },
      },
      body: { display: 'grid', gap: 16, padding: '12px 24px 20px' },
      used: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        padding: '8px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
      },
      field: { display: 'grid', gap: 4 },
      input: {
        height: 32,
        padding: '0 10px',
        border: `1px solid ${tokens.control}`,
        borderRadius: 4,
        background: tokens.paper,
        color: tokens.text,
        fontFamily: tokens.mono,
        fontSize: 12,
        '&:focus': {
          outline: 'none',
          borderColor: tokens.link,
          boxShadow: `0 0 0 2px ${tokens.link}`,
        },
      },
      foot: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        padding: '12px 24px',
        borderTop: `1px solid ${tokens.border}`,
      },
    };
  },
  { name: 'DomainDeckDelete' },
);

/** Asks for the name, and says what is lost and what stays. */
export function DeleteDialog(props: {
  record: EnvironmentRecord;
  accept: (answer: EnvironmentRecord) => void;
  onClose: () => void;
}): JSX.Element {
  const { record, accept, onClose } = props;
  const { name, lastUsed } = record;
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const refusal = useRefusalText();
  const now = useNow(60_000);
  const time = useTimeText();
  const [typed, setTyped] = useState('');
  const { t } = useTranslationRef(environmentsTranslationRef);
  const writing = useWrite(
    (idempotencyKey: string, confirm: string) =>
      api.deleteEnvironment(record.id, confirm, { idempotencyKey }),
    answer => {
      accept(answer);
      onClose();
    },
  );
  const right = refusal(record, 'delete');
  const matches = typed === name;
  const refused: Refused | undefined =
    right ??
    (matches
      ? undefined
      : { because: 'waits', reason: t('dialogs.delete.first') });
  const ago = lastUsed ? now - Date.parse(lastUsed.at) : Infinity;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!refused) {
      writing.run(typed);
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <form className={classes.root} onSubmit={onSubmit}>
        <h2 id={TITLE_ID}>{t('dialogs.delete.title', { name })}</h2>
        <div className={classes.body}>
          {lastUsed?.by && ago < RECENT_MS && (
            <div className={classes.used}>
              <StatusMark kind="degraded" decorative />
              <span>
                {t('dialogs.delete.used', {
                  who: <PersonText person={lastUsed.by} />,
                  span: time.span(ago),
                })}
              </span>
            </div>
          )}
          <WhatIsLost record={record} />
          <p className={cards.dim}>{t('dialogs.delete.stays')}</p>
          <div className={classes.field}>
            <label htmlFor={NAME_ID}>
              {t('dialogs.delete.type', { name: <b>{name}</b> })}
            </label>
            <input
              id={NAME_ID}
              // The dialog is there for this field.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              autoComplete="off"
              spellCheck={false}
              className={classes.input}
              value={typed}
              onChange={event => setTyped(event.target.value)}
            />
          </div>
          {writing.state === 'failed' && (
            <FailureStrip error={writing.error} onForget={writing.forget} />
          )}
        </div>
        <div className={classes.foot}>
          <span id={WAITS_ID} className={`${cards.grow} ${cards.faint}`}>
            {refused?.reason}
          </span>
          <ActionButton onClick={onClose}>
            {t('dialogs.delete.keep')}
          </ActionButton>
          <ActionButton
            look="dangerSolid"
            busy={writing.state === 'writing'}
            refused={refused}
            refusedBy={WAITS_ID}
            onClick={() => writing.run(typed)}
          >
            {writing.state === 'writing'
              ? t('dialogs.delete.doing')
              : t('dialogs.delete.do')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
