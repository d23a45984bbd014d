import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionChoice } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  useAgeText,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { useVersionStyles } from './useVersionStyles';

/** One version to choose, with what is known of it. */
export function VersionLine(props: {
  choice: VersionChoice;
  chosen: boolean;
  onTake: () => void;
}): JSX.Element {
  const { choice, chosen, onTake } = props;
  const classes = useVersionStyles();
  const ageText = useAgeText();
  const now = useNow(60_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { source, where, at, state, version } = choice;
  const told = (): string => {
    if (state === 'building') {
      return t('versions.building');
    }
    if (state === 'failed') {
      return t('versions.buildFailed');
    }
    if (source === 'environment' && where) {
      return choice.past
        ? t('versions.ranIn', { where })
        : t('versions.runsIn', { where });
    }
    if (at) {
      return t('versions.ago', { age: ageText(now - Date.parse(at)) });
    }
    return source === 'registry' ? t('versions.registry') : '';
  };
  const mark = (): JSX.Element => {
    if (chosen) {
      return <Glyph name="check" size={14} />;
    }
    return state === 'building' ? (
      <StatusMark kind="progressing" decorative />
    ) : (
      <span />
    );
  };
  return (
    <button
      type="button"
      className={classes.line}
      aria-pressed={chosen}
      onClick={onTake}
    >
      {mark()}
      <span
        className={classes.name}
        title={source === 'branch' ? t('versions.built', { version }) : version}
      >
        {source === 'branch' ? where : version}
      </span>
      <span className={classes.at} title={told()}>
        {told()}
      </span>
    </button>
  );
}
