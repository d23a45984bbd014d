import { KeyboardEvent } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionKind } from '@domaindeck/backstage-plugin-environments-common';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        gap: 4,
        padding: '0 8px',
        borderTop: `1px solid ${tokens.border}`,
        borderBottom: `1px solid ${tokens.border}`,
      },
      tab: {
        height: 38,
        marginBottom: -1,
        padding: '0 10px',
        border: 0,
        borderBottom: '2px solid transparent',
        background: 'none',
        color: tokens.text2,
        font: 'inherit',
        cursor: 'pointer',
        '&[aria-selected="true"]': {
          borderBottomColor: tokens.link,
          color: tokens.text,
          fontWeight: 600,
        },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
    };
  },
  { name: 'DomainDeckVersionKindTabs' },
);

/** What the picker shows. */
export type VersionKindTab = VersionKind | 'typed';

const TEXTS = { branch: 'branches', tag: 'tags', typed: 'typed' } as const;

/** Which kind of version is chosen from: one tab stop, arrows move. */
export function VersionKindTabs(props: {
  value: VersionKindTab;
  hasBranches: boolean;
  onChange: (kind: VersionKindTab) => void;
}): JSX.Element {
  const { value, hasBranches, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const kinds: readonly VersionKindTab[] = [
    ...(hasBranches || value === 'branch' ? (['branch'] as const) : []),
    'tag',
    'typed',
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = (kinds.indexOf(value) + step + kinds.length) % kinds.length;
      onChange(kinds[next]);
      event.currentTarget
        .querySelectorAll<HTMLElement>('[role="tab"]')
        [next]?.focus();
    }
  };
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={t('versions.kinds')}
      className={classes.root}
      onKeyDown={onKeyDown}
    >
      {kinds.map(kind => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={kind === value}
          tabIndex={kind === value ? 0 : -1}
          className={classes.tab}
          onClick={() => onChange(kind)}
        >
          {t(`versions.${TEXTS[kind]}`)}
        </button>
      ))}
    </div>
  );
}
