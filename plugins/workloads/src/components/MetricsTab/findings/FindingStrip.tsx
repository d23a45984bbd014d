import { makeStyles } from '@material-ui/core/styles';
import {
  StatusMark,
  TextButton,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Findings } from './model/Finding';
import { useFindingText } from './useFindingText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        minHeight: 40,
        padding: '5px 6px 5px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
        fontSize: 13,
        lineHeight: '20px',
        '& p': { margin: 0, flex: 1 },
        '& b': { fontWeight: 600 },
      },
    };
  },
  { name: 'DomainDeckFindingStrip' },
);

/** What stands out, in one sentence over all charts; nothing while nothing does. */
export function FindingStrip(props: {
  findings: Findings;
  single: boolean;
  /** Opens the comparison around the release of which the sentence tells. */
  onCompare: () => void;
}): JSX.Element | null {
  const { findings, single, onCompare } = props;
  const classes = useStyles();
  const t = useMetricText();
  const text = useFindingText(findings, single);
  if (!text) {
    return null;
  }
  return (
    <div className={classes.root} role="status">
      <StatusMark kind="degraded" decorative />
      <p>
        <b>{text.head}</b>
        {text.facts}
      </p>
      {findings.release && (
        <TextButton onClick={onCompare}>
          {t('metrics.finding.compare')}
        </TextButton>
      )}
    </div>
  );
}
