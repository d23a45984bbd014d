import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';

const KEYS = [
  { keys: ['/'], text: 'workloads.keys.search' },
  { keys: ['←', '↑', '↓', '→'], text: 'workloads.keys.move' },
  { keys: ['Enter'], text: 'workloads.keys.enter' },
  { keys: ['Esc'], text: 'workloads.keys.close' },
  { keys: ['J', 'K'], text: 'workloads.keys.problem' },
  { keys: ['[', ']'], text: 'workloads.keys.environment' },
  { keys: ['?'], text: 'workloads.keys.help' },
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
        '& dd': { margin: 0 },
      },
      key: {
        display: 'inline-block',
        minWidth: 20,
        marginRight: 4,
        padding: '0 5px',
        border: `1px solid ${tokens.border2}`,
        borderBottomWidth: 2,
        borderRadius: 3,
        textAlign: 'center',
        fontFamily: tokens.mono,
        fontSize: 12,
        color: tokens.text2,
      },
      done: { textTransform: 'none' },
    };
  },
  { name: 'DomainDeckKeysDialog' },
);

/** The list of keys. */
export function KeysDialog(props: {
  open: boolean;
  onClose: () => void;
}): JSX.Element {
  const { open, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="domaindeck-keys">
      <DialogTitle id="domaindeck-keys">
        {t('workloads.keys.title')}
      </DialogTitle>
      <DialogContent>
        <dl className={classes.list}>
          {KEYS.map(({ keys, text }) => (
            <div key={text} style={{ display: 'contents' }}>
              <dt>
                {keys.map(key => (
                  <kbd key={key} className={classes.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button className={classes.done} onClick={onClose} color="primary">
          {t('workloads.keys.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
