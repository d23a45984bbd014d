import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ServiceOption,
  ServiceSpecification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { useVersions, VersionPlace } from './useVersions';
import { VersionKindTab, VersionKindTabs } from './VersionKindTabs';
import { VersionList } from './VersionList';
import { VersionTyped } from './VersionTyped';
import { useVersionStyles } from './useVersionStyles';

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
      },
      search: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        height: 32,
        margin: 8,
        padding: '0 10px',
        border: `1px solid ${tokens.control}`,
        borderRadius: 4,
        color: tokens.text3,
        '&:focus-within': {
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
        '& input': {
          flex: 1,
          minWidth: 0,
          border: 0,
          outline: 'none',
          background: 'none',
          color: tokens.text,
          font: 'inherit',
        },
      },
    };
  },
  { name: 'DomainDeckVersionMenu' },
);

/** The versions of one service: that of the baseline, branches, tags, or typed. */
export function VersionMenu(props: {
  service: ServiceSpecification;
  option: ServiceOption | undefined;
  place: VersionPlace;
  /** @param choice - where it stood in a list */
  onChoose: (
    version: Pick<ServiceSpecification, 'version' | 'image'>,
    choice?: VersionChoice,
  ) => void;
}): JSX.Element {
  const { service, option, place, onChoose } = props;
  const classes = useStyles();
  const lines = useVersionStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<VersionKindTab>();
  const versions = useVersions(
    place,
    service.name,
    chosen === 'typed' ? undefined : chosen,
    search,
  );
  const { page } = versions;
  const kind = chosen ?? page?.kind ?? (versions.error ? 'tag' : 'branch');
  const same = service.version === undefined && service.image === undefined;
  const take = (version: string | undefined, choice?: VersionChoice) =>
    onChoose({ version, image: undefined }, choice);
  return (
    <div
      role="dialog"
      aria-label={t('form.versions.of', { name: service.name })}
      className={classes.root}
    >
      <button
        type="button"
        className={lines.line}
        aria-pressed={same}
        onClick={() => take(undefined)}
      >
        <Glyph name={same ? 'check' : 'layers'} size={14} />
        <span className={lines.name}>{t('form.versions.same')}</span>
        <code className={lines.at}>{option?.version}</code>
      </button>
      <VersionKindTabs
        value={kind}
        // Nobody misses branches where nothing knows of any.
        hasBranches={page ? page.branches > 0 : !versions.error}
        onChange={setChosen}
      />
      {kind === 'typed' ? (
        <VersionTyped
          name={service.name}
          start={search || (service.image ?? service.version ?? '')}
          onChoose={onChoose}
        />
      ) : (
        <>
          <label className={classes.search}>
            <Glyph name="search" size={14} />
            <input
              type="search"
              // The picker was opened in order to search in it.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              aria-label={t('versions.search')}
              placeholder={t('versions.search')}
              value={search}
              maxLength={128}
              onChange={event => setSearch(event.target.value)}
            />
          </label>
          <VersionList
            name={service.name}
            kind={kind}
            versions={versions}
            option={option}
            chosen={service.version}
            search={search}
            onTake={take}
            onType={() => setChosen('typed')}
          />
        </>
      )}
    </div>
  );
}
