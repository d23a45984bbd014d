import { KeyboardEvent } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ServiceOption,
  VersionChoice,
  VersionKind,
} from '@domaindeck/backstage-plugin-environments-common';
import { TextButton } from '@domaindeck/backstage-plugin-workloads-react';
import { canBeVersion, knownChoices } from '../../model/versionChoices';
import { environmentsTranslationRef } from '../../translation';
import { VersionFoot } from './VersionFoot';
import { VersionLine } from './VersionLine';
import { VersionsState } from './useVersions';
import { useVersionStyles } from './useVersionStyles';

const ROWS = [72, 58, 80, 64];
const NONE = {
  branch: { known: 'noBranch', found: 'branchNotFound' },
  tag: { known: 'noTag', found: 'tagNotFound' },
} as const;

/** Versions of one kind, how complete they are, and the way on where there are none. */
export function VersionList(props: {
  name: string;
  kind: VersionKind;
  versions: VersionsState;
  option: ServiceOption | undefined;
  chosen: string | undefined;
  search: string;
  onTake: (version: string, choice?: VersionChoice) => void;
  /** Leads to where a version is typed. */
  onType: () => void;
}): JSX.Element {
  const { name, kind, versions, option, chosen, search } = props;
  const { page, error, settled } = versions;
  const classes = useVersionStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (!page && !error) {
    return (
      <div
        role="progressbar"
        aria-label={t('versions.loading')}
        className={classes.body}
      >
        {ROWS.map(width => (
          <div key={width} className={classes.skeleton}>
            <Skeleton animation="wave" height={28} width={`${width}%`} />
          </div>
        ))}
      </div>
    );
  }
  const choices =
    page?.items ?? (kind === 'tag' ? knownChoices(option, search) : []);
  const typed = search.trim();
  return (
    <div className={classes.body}>
      {choices.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul
          className={`${classes.list} ${
            settled || error ? '' : classes.waiting
          }`}
          aria-label={t('versions.list', { name })}
          aria-busy={!settled && !error}
          onKeyDown={moveFocus}
        >
          {choices.map(choice => (
            <li
              key={`${choice.source} ${choice.where ?? ''} ${choice.version}`}
            >
              <VersionLine
                choice={choice}
                chosen={choice.version === chosen}
                onTake={() => props.onTake(choice.version, choice)}
              />
            </li>
          ))}
          {versions.more && (
            <li className={classes.none}>
              <TextButton look="link" onClick={versions.more}>
                {t('versions.more')}
              </TextButton>
            </li>
          )}
          {page?.nextCursor && !versions.more && (
            <li className={classes.none}>
              {t('versions.most', { total: String(page.total) })}
            </li>
          )}
        </ul>
      )}
      {choices.length === 0 && (
        <p className={classes.none}>
          {t(`versions.${NONE[kind][typed === '' ? 'known' : 'found']}`)}{' '}
          {typed !== '' && canBeVersion(typed) && (
            <TextButton look="link" onClick={props.onType}>
              {t('versions.takeTyped', { version: typed })}
            </TextButton>
          )}
        </p>
      )}
      <VersionFoot versions={versions} />
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll('button')];
    const at = all.findIndex(one => one === document.activeElement);
    all[at + step]?.focus();
  }
}
