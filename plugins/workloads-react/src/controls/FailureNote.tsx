import { makeStyles } from '@material-ui/core/styles';
import { StatusMark } from '../components/StatusMark';
import { tokensOf } from '../theme';
import { TextButton } from './TextButton';
import { wordsOfError } from '../components/wordsOfError';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '8px 12px',
        borderRadius: 4,
        border: `1px solid ${tokens.idle.line}`,
        background: tokens.idle.tint,
        fontSize: 12,
        lineHeight: '18px',
        '& > svg': { marginTop: 2 },
        '& p': { margin: 0 },
      },
      words: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
      title: { fontWeight: 600 },
      why: { color: tokens.text2 },
    };
  },
  { name: 'DomainDeckFailureNote' },
);

/**
 * Says in one part of a page that this part cannot be read, and why; the rest of the page goes on.
 * @public
 */
export function FailureNote(props: {
  title: string;
  error: Error;
  /** `refused`: asking again will not help, so there is no button. */
  kind: 'failed' | 'refused';
  retry: { label: string; onRetry: () => void };
}): JSX.Element {
  const { title, error, kind, retry } = props;
  const classes = useStyles();
  return (
    <div role="note" className={classes.root}>
      <StatusMark kind={kind === 'refused' ? 'noRight' : 'silent'} decorative />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.why}>{wordsOfError(error)}</p>
      </div>
      {kind === 'failed' && (
        <TextButton look="link" onClick={retry.onRetry}>
          {retry.label}
        </TextButton>
      )}
    </div>
  );
}
