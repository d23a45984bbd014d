import { useState } from 'react';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditFilter } from '@domaindeck/backstage-plugin-access-common';
import {
  FailureNote,
  Glyph,
  useControlStyles,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { accessTranslationRef } from '../../translation';
import { saveFile } from './saveFile';

const FORMATS = ['csv', 'json'] as const;

/** Takes all entries of the filter along as one file. */
export function AuditExport(props: {
  filter: AuditFilter;
  count: number;
}): JSX.Element {
  const { filter, count } = props;
  const api = useApi(accessApiRef);
  const controls = useControlStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const exportAs = async (format: 'csv' | 'json') => {
    setAnchor(undefined);
    setError(undefined);
    setBusy(true);
    try {
      saveFile(await api.exportAudit({ ...filter, format }), `audit.${format}`);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className={controls.control}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Glyph name="download" />
        {busy
          ? t('audit.exporting')
          : t('audit.export', { total: String(count) })}
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        MenuListProps={{ dense: true, 'aria-label': t('audit.exportAs.label') }}
      >
        {FORMATS.map(format => (
          <MenuItem key={format} onClick={() => exportAs(format)}>
            {t(`audit.exportAs.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {error && (
        <FailureNote
          title={t('audit.exportFailed')}
          error={error}
          kind="refused"
          retry={{ label: t('rights.retry'), onRetry: () => exportAs('csv') }}
        />
      )}
    </>
  );
}
