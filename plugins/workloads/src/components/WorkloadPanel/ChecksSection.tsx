import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClockTime,
  StatusMark,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { CheckRow } from './model/checkRows';
import { PanelSection } from './PanelSection';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, listStyle: 'none' },
      row: {
        display: 'grid',
        gridTemplateColumns: '14px 150px minmax(0, 1fr) max-content',
        gap: 10,
        padding: '5px 0',
        fontSize: 12,
        lineHeight: '18px',
        borderTop: `1px solid ${tokens.border}`,
        alignItems: 'baseline',
        '&:first-child': { borderTop: 0 },
        '& > svg': { alignSelf: 'start', marginTop: 2 },
      },
      text: { color: tokens.text2, overflowWrap: 'anywhere' },
      faint: { color: tokens.text3 },
      none: { margin: 0, fontSize: 12, color: tokens.text3 },
    };
  },
  { name: 'DomainDeckChecks' },
);

/** The conditions of the workload and its autoscaler, in words. */
export function ChecksSection(props: {
  rows: readonly CheckRow[];
}): JSX.Element {
  const { rows } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  return (
    <PanelSection title={t('panel.checks.title')}>
      {rows.length === 0 && (
        <p className={classes.none}>{t('panel.checks.none')}</p>
      )}
      <ul className={classes.list}>
        {rows.map(row => (
          <li key={row.id} className={classes.row}>
            <StatusMark kind={row.mark} />
            <Tooltip title={row.detail ?? ''}>
              <span>{say(row.title)}</span>
            </Tooltip>
            <span className={classes.text}>
              {row.text.map(say).join(t('panel.checks.join'))}
            </span>
            <span className={classes.faint}>
              {row.since && <ClockTime at={row.since} />}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
