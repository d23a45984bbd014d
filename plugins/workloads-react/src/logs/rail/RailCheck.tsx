import Tooltip from '@material-ui/core/Tooltip';
import { Glyph } from '../../components/Glyph';
import { useRailStyles } from './useRailStyles';

/** One line of the rail that can be chosen; with a lock and the reason where it may not be. */
export function RailCheck(props: {
  checked: boolean;
  text: string;
  note: string;
  /** Why it may not be chosen. */
  refusal?: string;
  onToggle: () => void;
}): JSX.Element {
  const { checked, text, note, refusal, onToggle } = props;
  const classes = useRailStyles();
  const line = (
    <li className={`${classes.line} ${checked ? '' : classes.off}`}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={checked}
          aria-disabled={refusal ? true : undefined}
          aria-label={refusal ? `${text}: ${refusal}` : undefined}
          onChange={() => {
            if (!refusal) {
              onToggle();
            }
          }}
        />
        {text}
        {refusal && <Glyph name="lock" size={12} />}
      </label>
      <span className={classes.note}>{note}</span>
    </li>
  );
  return refusal ? <Tooltip title={refusal}>{line}</Tooltip> : line;
}
