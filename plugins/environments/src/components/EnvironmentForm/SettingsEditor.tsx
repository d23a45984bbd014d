import { useEffect, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  TextButton,
  tokensOf,
  ToolButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { useFocusTarget } from './useFormFocus';
import { useFormStyles } from './useFormStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: '0 16px 12px',
        padding: '8px 12px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.sunken,
        display: 'flex',
        flexDirection: 'column',
        gap: 6,
      },
      line: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 28px',
        gap: 8,
        alignItems: 'center',
      },
      foot: { display: 'flex', alignItems: 'center', gap: 12 },
    };
  },
  { name: 'DomainDeckSettingsEditor' },
);

type Env = Readonly<Record<string, string | null>>;

/** A line being written; its name may still be empty. */
interface Line {
  readonly key: number;
  readonly name: string;
  readonly value: string | null;
}

let lines = 0;
const lineOf = (name: string, value: string | null): Line => {
  lines += 1;
  return { key: lines, name, value };
};

/** The settings of one service that are other than the baseline's. */
export function SettingsEditor(props: {
  name: string;
  env: Env;
  /** Settings that a link asks for. */
  wanted: readonly string[] | undefined;
  onArrived: () => void;
  onChange: (env: Record<string, string | null> | undefined) => void;
}): JSX.Element {
  const { name, env, wanted, onArrived, onChange } = props;
  const classes = useStyles();
  const form = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [kept, setKept] = useState<readonly Line[]>(() => {
    const known = Object.entries(env).map(([key, value]) => lineOf(key, value));
    return known.length > 0 ? known : [lineOf(wanted?.[0] ?? '', '')];
  });
  const [target, setTarget] = useState<number>();
  const set = (next: readonly Line[]) => {
    setKept(next);
    const named = next.filter(line => line.name.trim() !== '');
    onChange(
      named.length > 0
        ? Object.fromEntries(named.map(line => [line.name.trim(), line.value]))
        : undefined,
    );
  };
  useEffect(() => {
    const [first] = wanted ?? [];
    if (first === undefined) {
      return;
    }
    const there = kept.find(line => line.name === first);
    const line = there ?? lineOf(first, '');
    if (!there) {
      setKept(before => [...before.filter(one => one.name !== ''), line]);
    }
    setTarget(line.key);
    // Only a new wish leads there again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return (
    <div
      role="group"
      aria-label={t('form.versions.settingsOf', { name })}
      className={classes.root}
    >
      {kept.map(line => (
        <SettingLine
          key={line.key}
          line={line}
          led={line.key === target}
          onArrived={() => {
            setTarget(undefined);
            onArrived();
          }}
          onChange={next =>
            set(kept.map(one => (one.key === line.key ? next : one)))
          }
          onRemove={() => set(kept.filter(one => one.key !== line.key))}
        />
      ))}
      <div className={classes.foot}>
        <TextButton
          glyph="plus"
          onClick={() => setKept([...kept, lineOf('', '')])}
        >
          {t('form.versions.settingAdd')}
        </TextButton>
        <span className={form.hint}>{t('form.versions.settingHint')}</span>
      </div>
    </div>
  );
}

function SettingLine(props: {
  line: Line;
  led: boolean;
  onArrived: () => void;
  onChange: (line: Line) => void;
  onRemove: () => void;
}): JSX.Element {
  const { line, led, onArrived, onChange, onRemove } = props;
  const classes = useStyles();
  const form = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const value = useFocusTarget<HTMLInputElement>(led, onArrived);
  return (
    <div className={classes.line}>
      <input
        className={`${form.input} ${form.mono}`}
        aria-label={t('form.versions.settingName')}
        placeholder={t('form.versions.settingName')}
        value={line.name}
        onChange={event => onChange({ ...line, name: event.target.value })}
      />
      <input
        ref={value}
        className={`${form.input} ${form.mono}`}
        aria-label={`${t('form.versions.settingValue')} ${line.name}`}
        placeholder={
          line.value === null
            ? t('form.versions.settingGone')
            : t('form.versions.settingValue')
        }
        value={line.value ?? ''}
        maxLength={32_768}
        onChange={event => onChange({ ...line, value: event.target.value })}
      />
      <ToolButton
        glyph="close"
        label={t('form.versions.settingRemove', { name: line.name })}
        onClick={onRemove}
      />
    </div>
  );
}
