import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Age,
  CopyButton,
  MarkKind,
  StatusMark,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      row: {
        display: 'grid',
        gridTemplateColumns: '20px minmax(0, 1fr) auto',
        columnGap: 8,
        padding: '8px 16px',
        borderBottom: `1px solid ${tokens.border}`,
        alignItems: 'start',
        '&:last-child': { borderBottom: 0 },
        '& > svg': { marginTop: 3 },
      },
      small: {
        display: 'block',
        fontSize: 12,
        lineHeight: '17px',
        color: tokens.text3,
        overflowWrap: 'anywhere',
      },
      since: {
        color: tokens.text3,
        fontSize: 12,
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
      },
      fix: {
        gridColumn: '2 / 4',
        display: 'flex',
        alignItems: 'flex-start',
        gap: 8,
        marginTop: 6,
      },
      yaml: {
        flex: 1,
        minWidth: 0,
        margin: 0,
        padding: '6px 10px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.code,
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '18px',
        overflowX: 'auto',
      },
    };
  },
  { name: 'DomainDeckFindingRow' },
);

/** One thing that was found, with the lines that mend it. */
export function FindingRow(props: {
  mark: MarkKind;
  markLabel: string;
  title: ReactNode;
  detail?: string;
  /** The detail as the backend worded it, for who compares it with its log. */
  original?: string;
  since?: string;
  /** YAML to paste, and the name of its copy button. */
  fix?: { yaml: string; label: string };
}): JSX.Element {
  const { mark, markLabel, title, detail, original, since, fix } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <li className={classes.row}>
      <StatusMark kind={mark} label={markLabel} />
      <div>
        {title}
        {detail && (
          <small
            className={classes.small}
            title={original === detail ? undefined : original}
          >
            {detail}
          </small>
        )}
      </div>
      <span className={classes.since}>{since && <Age at={since} />}</span>
      {fix && (
        <div className={classes.fix}>
          <pre className={classes.yaml}>{fix.yaml.trimEnd()}</pre>
          <CopyButton label={fix.label} text={() => fix.yaml}>
            {t('clusters.detail.copy')}
          </CopyButton>
        </div>
      )}
    </li>
  );
}
