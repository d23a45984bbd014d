import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  ToolButton,
  useCopy,
} from '@domaindeck/backstage-plugin-workloads-react';
import { addressOf } from '../../../model/addressOf';
import { hostOf } from '../../../model/hostOf';
import { environmentsTranslationRef } from '../../../translation';
import { useTableStyles } from './useTableStyles';

/** Where an environment is opened, or when it will be. */
export function AddressCell(props: { record: EnvironmentRecord }): JSX.Element {
  const { record } = props;
  const classes = useTableStyles();
  const { outcome, copy } = useCopy();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const address = addressOf(record);
  if (address.kind !== 'open') {
    return (
      <span className={classes.faint}>
        {t(`common.address.${address.kind}`)}
      </span>
    );
  }
  return (
    <span className={classes.address}>
      <a href={address.url} target="_blank" rel="noopener noreferrer">
        <span>{hostOf(address.url)}</span>
        <Glyph name="external" size={14} />
      </a>
      <span data-quiet="">
        <ToolButton
          glyph={outcome === 'done' ? 'check' : 'copy'}
          label={t('common.address.copy', { name: record.name })}
          onClick={() => copy(address.url)}
        />
      </span>
    </span>
  );
}
