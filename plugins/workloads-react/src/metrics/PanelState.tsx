import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { StatusMark } from '../components/StatusMark';
import { TextButton } from '../controls/TextButton';
import { tokensOf } from '../theme';
import { useMetricText } from './useMetricText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 1,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 4,
        minHeight: 148,
        textAlign: 'center',
        color: tokens.text2,
        fontSize: 13,
        lineHeight: '20px',
        '& b': { fontWeight: 600, color: tokens.text },
        '& p': { margin: 0, overflowWrap: 'anywhere' },
      },
      row: { display: 'flex', gap: 16, marginTop: 6 },
    };
  },
  { name: 'DomainDeckPanelState' },
);

/** Says in place of curves why there are none. */
export function PanelSentence(props: { children: string }): JSX.Element {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <b>{props.children}</b>
    </div>
  );
}

/** A source that did not answer, and what one may do. */
export function PanelFailure(props: {
  /** Of the source, where it is known. */
  name?: string;
  message: string;
  onAgain: () => void;
  /** Asks for less; given where the time is long. */
  onShorter?: () => void;
}): JSX.Element {
  const { name, message, onAgain, onShorter } = props;
  const classes = useStyles();
  const t = useMetricText();
  return (
    <div className={classes.root} role="status">
      <StatusMark kind="degraded" size={20} decorative />
      <b>
        {name
          ? t('metrics.states.failedFrom', { name })
          : t('metrics.states.failed')}
      </b>
      <p>{message}</p>
      <div className={classes.row}>
        <TextButton glyph="refresh" onClick={onAgain}>
          {t('metrics.states.again')}
        </TextButton>
        {onShorter && (
          <TextButton look="link" onClick={onShorter}>
            {t('metrics.states.shorter')}
          </TextButton>
        )}
      </div>
    </div>
  );
}

/** The place of curves that are still to come. */
export function PanelLoading(): JSX.Element {
  const t = useMetricText();
  return (
    <div role="status" aria-label={t('metrics.states.loading')}>
      <Skeleton variant="rect" height={148} />
    </div>
  );
}
