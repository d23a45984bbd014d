import { KeyboardEvent, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ServiceOption,
  ServiceSpecification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  tokensOf,
  useAgeText,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { readVersion } from '../../model/editDraft';
import { choicesOf } from '../../model/versionChoices';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { Segments } from '../parts/Segments';
import { useFormStyles } from './useFormStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
      },
      head: { padding: 8, display: 'flex', flexDirection: 'column', gap: 8 },
      list: {
        margin: 0,
        padding: '0 0 6px',
        listStyle: 'none',
        maxHeight: 320,
        overflowY: 'auto',
      },
      line: {
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) max-content',
        gap: 8,
        alignItems: 'center',
        width: '100%',
        minHeight: 32,
        padding: '4px 12px',
        border: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        '&:hover, &:focus-visible': {
          background: tokens.hover,
          outline: 'none',
        },
        '&[aria-pressed="true"]': { background: tokens.selected },
      },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      at: { color: tokens.text3, fontSize: 12 },
      none: { padding: '0 12px 12px', color: tokens.text3, fontSize: 12 },
      typed: { padding: '0 8px 12px', display: 'grid', gap: 8 },
    };
  },
  { name: 'DomainDeckVersionMenu' },
);

type Kind = 'branches' | 'tags' | 'typed';

/** The versions of one service: that of the baseline, branches, tags, or typed. */
export function VersionMenu(props: {
  service: ServiceSpecification;
  option: ServiceOption | undefined;
  onChoose: (version: Pick<ServiceSpecification, 'version' | 'image'>) => void;
}): JSX.Element {
  const { service, option, onChoose } = props;
  const classes = useStyles();
  const form = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [search, setSearch] = useState('');
  const hasBranches = (option?.versions ?? []).some(
    one => one.source === 'branch',
  );
  const [kind, setKind] = useState<Kind>(hasBranches ? 'branches' : 'tags');
  const [typed, setTyped] = useState(service.image ?? service.version ?? '');
  const choices = choicesOf(option, search);
  const shown = kind === 'branches' ? choices.branches : choices.tags;
  const kinds: readonly Kind[] = hasBranches
    ? ['branches', 'tags', 'typed']
    : ['tags', 'typed'];
  const take = (version: string | undefined) =>
    onChoose({ version, image: undefined });
  const same = service.version === undefined && service.image === undefined;
  return (
    <div
      role="dialog"
      aria-label={t('form.versions.of', { name: service.name })}
      className={classes.root}
    >
      <button
        type="button"
        className={classes.line}
        aria-pressed={same}
        onClick={() => take(undefined)}
      >
        <Glyph name={same ? 'check' : 'layers'} size={14} />
        <span className={classes.name}>{t('form.versions.same')}</span>
        <span className={classes.at}>{option?.version}</span>
      </button>
      <div className={classes.head}>
        <Segments
          size="small"
          label={t('form.picker.kinds')}
          value={kind}
          options={kinds.map(one => ({
            value: one,
            text: t(`form.picker.${one}`),
          }))}
          onChange={setKind}
        />
        {kind !== 'typed' && (
          <input
            type="search"
            // The picker was opened in order to search in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            className={form.input}
            aria-label={t('form.picker.search')}
            placeholder={t('form.picker.search')}
            value={search}
            onChange={event => setSearch(event.target.value)}
          />
        )}
      </div>
      {kind === 'typed' ? (
        <form
          className={classes.typed}
          onSubmit={event => {
            event.preventDefault();
            onChoose(readVersion(typed));
          }}
        >
          <input
            className={`${form.input} ${form.mono}`}
            aria-label={t('form.picker.typedLabel', { name: service.name })}
            value={typed}
            maxLength={512}
            onChange={event => setTyped(event.target.value)}
          />
          <span className={form.hint}>{t('form.picker.typedHint')}</span>
          <ActionButton
            size="small"
            onClick={() => onChoose(readVersion(typed))}
          >
            {t('form.picker.take')}
          </ActionButton>
        </form>
      ) : (
        <ChoiceList
          name={service.name}
          choices={shown}
          chosen={service.version}
          onTake={take}
        />
      )}
      {kind !== 'typed' && shown.length === 0 && (
        <p className={classes.none}>{t('form.picker.none')}</p>
      )}
    </div>
  );
}

function ChoiceList(props: {
  name: string;
  choices: readonly VersionChoice[];
  chosen: string | undefined;
  onTake: (version: string) => void;
}): JSX.Element {
  const { name, choices, chosen, onTake } = props;
  const classes = useStyles();
  const ageText = useAgeText();
  const now = useNow(60_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const atText = (choice: VersionChoice) => {
    if (choice.state === 'building' || choice.state === 'failed') {
      return t(`form.picker.${choice.state}`);
    }
    if (choice.source === 'environment' && choice.where) {
      return t('form.picker.runsIn', { where: choice.where });
    }
    if (choice.at) {
      return ageText(now - Date.parse(choice.at));
    }
    return choice.source === 'registry' ? t('form.picker.registry') : '';
  };
  const mark = (choice: VersionChoice) => {
    if (choice.version === chosen) {
      return <Glyph name="check" size={14} />;
    }
    return choice.state === 'building' ? (
      <StatusMark kind="progressing" decorative />
    ) : (
      <span />
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const all = [...event.currentTarget.querySelectorAll('button')];
      const at = all.findIndex(one => one === document.activeElement);
      all[at + step]?.focus();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      className={classes.list}
      aria-label={t('form.picker.list', { name })}
      onKeyDown={onKeyDown}
    >
      {choices.map(choice => (
        <li key={`${choice.source} ${choice.where ?? ''} ${choice.version}`}>
          <button
            type="button"
            className={classes.line}
            aria-pressed={choice.version === chosen}
            onClick={() => onTake(choice.version)}
          >
            {mark(choice)}
            <span className={classes.name} title={choice.version}>
              {choice.source === 'branch' ? choice.where : choice.version}
            </span>
            <span className={classes.at}>{atText(choice)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
