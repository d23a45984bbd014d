import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import {
  tokensOf,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';

const KEYS = [
  { keys: ['/'], text: 'logs.keys.search' },
  { keys: ['f'], text: 'logs.keys.follow' },
  { keys: ['j', 'k'], text: 'logs.keys.move' },
  { keys: ['End'], text: 'logs.keys.end' },
  { keys: ['Enter'], text: 'logs.keys.open' },
  { keys: ['c'], text: 'logs.keys.context' },
  { keys: ['l'], text: 'logs.keys.link' },
  { keys: ['n', 'N'], text: 'logs.keys.hit' },
  { keys: ['e', 'E'], text: 'logs.keys.error' },
  { keys: ['w'], text: 'logs.keys.wrap' },
  { keys: ['←', '→'], text: 'logs.keys.run' },
  { keys: ['Esc'], text: 'logs.keys.close' },
  { keys: ['?'], text: 'logs.keys.help' },
] as const;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: {
        display: 'grid',
        gridTemplateColumns: 'max-content 1fr',
        gap: '8px 16px',
        margin: 0,
        fontSize: 13,
        lineHeight: '20px',
        '& > div': { display: 'contents' },
        '& dd': { margin: 0 },
        '& kbd': {
          display: 'inline-block',
          minWidth: 20,
          marginRight: 4,
          padding: '0 5px',
          border: `1px solid ${tokens.border2}`,
          borderRadius: 3,
          textAlign: 'center',
          fontFamily: tokens.mono,
          fontSize: 12,
          color: tokens.text2,
        },
      },
      done: { textTransform: 'none' },
    };
  },
  { name: 'DomainDeckLogKeysDialog' },
);

/** The list of keys. */
export function LogKeysDialog(props: {
  open: boolean;
  onClose: () => void;
}): JSX.Element {
  const { open, onClose } = props;
  const classes = useStyles();
  const t = useLogText();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="domaindeck-log-keys">
      <DialogTitle id="domaindeck-log-keys">{t('logs.keys.title')}</DialogTitle>
      <DialogContent>
        <dl className={classes.list}>
          {KEYS.map(({ keys, text }) => (
            <div key={text}>
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button className={classes.done} onClick={onClose} color="primary">
          {t('logs.keys.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
