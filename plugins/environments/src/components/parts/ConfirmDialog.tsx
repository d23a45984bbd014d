import Dialog from '@material-ui/core/Dialog';
import { ActionButton, ActionLook } from './ActionButton';
import { useCardStyles } from './useCardStyles';

const TITLE_ID = 'domaindeck-confirm-title';

/** Asks once before something is lost. */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  /** What closing the dialog does, too. */
  stay: string;
  go: string;
  look: ActionLook;
  onStay: () => void;
  onGo: () => void;
}): JSX.Element {
  const { title, text, stay, go, look, onStay, onGo } = props;
  const cards = useCardStyles();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      PaperProps={{ className: cards.dialog }}
      aria-labelledby={TITLE_ID}
      onClose={onStay}
    >
      <div className={cards.head}>
        <h3 id={TITLE_ID}>{title}</h3>
      </div>
      <div style={{ padding: '0 16px 16px', fontSize: 13 }}>{text}</div>
      <div className={cards.foot}>
        <span className={cards.grow} />
        <ActionButton onClick={onStay}>{stay}</ActionButton>
        <ActionButton look={look} onClick={onGo}>
          {go}
        </ActionButton>
      </div>
    </Dialog>
  );
}
