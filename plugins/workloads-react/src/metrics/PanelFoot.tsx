import { makeStyles } from '@material-ui/core/styles';
import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { StatusMark } from '../components/StatusMark';
import { TextButton } from '../controls/TextButton';
import { tokensOf } from '../theme';
import { useMetricText } from './useMetricText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '2px 12px',
        color: tokens.text3,
      },
      warning: {
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        color: tokens.warn.text,
      },
    };
  },
  { name: 'DomainDeckPanelFoot' },
);

type Warning = MetricsAnswer['warnings'][number];

/** A warning that is told in the words of its source. */
interface Told extends Warning {
  readonly code: Exclude<Warning['code'], 'truncated'>;
}

/** What is to be known of the curves above: in short what they say, and what may be missing in them. */
export function PanelFoot(props: {
  notes: readonly string[];
  warnings: MetricsAnswer['warnings'];
  /** Opens what would be the right size; given where a panel has one. */
  onRightSize?: () => void;
  /** Why what is shown is not the newest; with the time of its last value. */
  stale?: { readonly asOf: string; readonly reason: string };
}): JSX.Element | null {
  const { notes, warnings, stale, onRightSize } = props;
  const classes = useStyles();
  const t = useMetricText();
  const cut = warnings
    .filter(({ code }) => code === 'truncated')
    .map(({ cluster }) => cluster);
  const others = warnings.filter(
    (warning): warning is Told => warning.code !== 'truncated',
  );
  if (notes.length + warnings.length === 0 && !stale && !onRightSize) {
    return null;
  }
  return (
    <div className={classes.root}>
      {notes.map(note => (
        <span key={note}>{note}</span>
      ))}
      {onRightSize && (
        <TextButton look="link" onClick={onRightSize}>
          {t('metrics.rightSize.title')}
        </TextButton>
      )}
      {stale && (
        <span className={classes.warning} role="status">
          <StatusMark kind="degraded" decorative />
          {t('metrics.note.asOf', {
            time: new Date(stale.asOf).toLocaleTimeString(),
            reason: stale.reason,
          })}
        </span>
      )}
      {cut.length > 0 && (
        <span className={classes.warning} role="status">
          <StatusMark kind="degraded" decorative />
          {t('metrics.note.truncated', { clusters: cut.join(', ') })}
        </span>
      )}
      {others.map(({ code, cluster, message }) => (
        <span
          key={`${cluster}${code}${message}`}
          className={classes.warning}
          role="status"
        >
          <StatusMark kind="degraded" decorative />
          {t(`metrics.note.${code}`, { cluster, message })}
        </span>
      ))}
    </div>
  );
}
