import { FormEvent, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  PendingSecret,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { Refused, useRefusalText } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { FailureStrip } from '../../parts/FailureStrip';
import { Names } from '../../parts/Names';
import { useCardStyles } from '../../parts/useCardStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      text: { padding: '0 16px 12px', color: tokens.text2 },
      form: {
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
        padding: '12px 16px',
        borderTop: `1px solid ${tokens.border}`,
      },
      line: {
        display: 'grid',
        gridTemplateColumns: 'minmax(100px, 1fr) minmax(0, 2fr)',
        alignItems: 'center',
        gap: 12,
      },
      key: {
        fontFamily: tokens.mono,
        fontSize: 12,
        overflowWrap: 'anywhere',
      },
      input: {
        width: '100%',
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
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
      },
      foot: { display: 'flex', alignItems: 'center', gap: 8 },
    };
  },
  { name: 'DomainDeckSecrets' },
);

/** Asks for the secrets that may not be copied. What is typed is kept nowhere, not even here once it is given. */
export function SecretsCard(props: {
  record: EnvironmentRecord;
  accept: (answer: EnvironmentRecord) => void;
}): JSX.Element {
  const { record, accept } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { pendingSecrets } = record;
  const title = t('progress.secrets.title', { count: pendingSecrets.length });
  return (
    <section className={cards.card} aria-label={title}>
      <header className={cards.head}>
        <StatusMark kind="degraded" decorative />
        <h3>{title}</h3>
      </header>
      <p className={classes.text}>
        {t('progress.secrets.text', { count: pendingSecrets.length })}
      </p>
      {pendingSecrets.map(secret => (
        <SecretForm
          key={secret.name}
          id={record.id}
          secret={secret}
          refused={refusal(record, 'secrets')}
          accept={accept}
        />
      ))}
    </section>
  );
}

function SecretForm(props: {
  id: string;
  secret: PendingSecret;
  refused: Refused | undefined;
  accept: (answer: EnvironmentRecord) => void;
}): JSX.Element {
  const { id, secret, refused, accept } = props;
  const classes = useStyles();
  const api = useApi(environmentsApiRef);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const [newKey, setNewKey] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const keys = [...secret.keys, ...added];
  const missing = keys.length === 0 || keys.some(key => !values[key]);
  const waits: Refused | undefined = missing
    ? { because: 'waits', reason: t('progress.secrets.missing') }
    : undefined;
  const give = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.putSecret(id, secret.name, { ...values });
      setValues({});
      accept(answer);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!refused && !missing && !busy) {
      void give();
    }
  };
  return (
    <form
      className={classes.form}
      aria-label={secret.name}
      autoComplete="off"
      onSubmit={onSubmit}
    >
      <span>
        {t('progress.secrets.of', {
          name: <b>{secret.name}</b>,
          services: <Names names={secret.services} />,
        })}
      </span>
      {keys.map(key => (
        <label key={key} className={classes.line}>
          <span className={classes.key}>{key}</span>
          <input
            // A password manager must not keep what belongs to a service.
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            spellCheck={false}
            className={classes.input}
            aria-label={t('progress.secrets.value', { key, name: secret.name })}
            value={values[key] ?? ''}
            disabled={refused !== undefined}
            onChange={event =>
              setValues({ ...values, [key]: event.target.value })
            }
          />
        </label>
      ))}
      {secret.keys.length === 0 && !refused && (
        <div className={classes.line}>
          <input
            className={classes.input}
            aria-label={t('progress.secrets.key')}
            placeholder={t('progress.secrets.key')}
            value={newKey}
            onChange={event => setNewKey(event.target.value)}
          />
          <TextButton
            glyph="plus"
            onClick={() => {
              const key = newKey.trim();
              if (key && !keys.includes(key)) {
                setAdded([...added, key]);
                setNewKey('');
              }
            }}
          >
            {t('progress.secrets.add')}
          </TextButton>
        </div>
      )}
      {error && (
        <FailureStrip error={error} onForget={() => setError(undefined)} />
      )}
      <div className={classes.foot}>
        <ActionButton
          look="primary"
          size="small"
          busy={busy}
          refused={refused ?? waits}
          onClick={() => void give()}
        >
          {busy ? t('progress.secrets.giving') : t('progress.secrets.give')}
        </ActionButton>
        <TextButton
          look="link"
          pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {t('progress.secrets.show')}
        </TextButton>
      </div>
    </form>
  );
}
