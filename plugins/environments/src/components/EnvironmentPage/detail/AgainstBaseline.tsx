import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DriftState,
  ServiceDrift,
  ServiceStatus,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 6,
        '& > svg': { color: tokens.text3 },
        '& code': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 4,
          fontFamily: tokens.mono,
          fontSize: 12,
          color: tokens.text2,
        },
      },
      faint: { color: tokens.text3 },
    };
  },
  { name: 'DomainDeckAgainstBaseline' },
);

/** How one service and the baseline's have moved apart. */
export function AgainstBaseline(props: {
  service: ServiceStatus;
  /** Of the last comparison; undefined where it found nothing, or was not made. */
  drift: ServiceDrift | undefined;
  checking: boolean;
  /** Whether the reader works on the environment. */
  mine: boolean;
}): JSX.Element {
  const { service, drift, checking, mine } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const state: DriftState = drift?.state ?? service.drift ?? 'same';
  const words = {
    same: t('detail.services.same'),
    'baseline-moved': t('detail.services.moved'),
    edited: t(mine ? 'detail.services.edited' : 'detail.services.editedHere'),
    both: t('detail.services.both'),
  };
  if (state === 'same') {
    return (
      <span className={classes.faint}>
        {checking ? t('detail.services.checking') : words.same}
      </span>
    );
  }
  const versions =
    drift?.from && drift.to && drift.from !== drift.to
      ? { from: drift.from, to: drift.to }
      : undefined;
  return (
    <span className={classes.root}>
      {state === 'both' ? (
        <StatusMark kind="degraded" decorative />
      ) : (
        <Glyph name={state === 'edited' ? 'pencil' : 'branch'} size={14} />
      )}
      {drift?.gone ? t('detail.services.gone') : words[state]}
      {versions && (
        <code>
          {versions.from}
          <Glyph name="right" size={12} />
          {versions.to}
        </code>
      )}
    </span>
  );
}
