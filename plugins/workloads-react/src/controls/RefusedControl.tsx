import { ReactNode, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph } from '../components/Glyph';
import { tokensOf } from '../theme';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        gap: 6,
        flex: 'none',
        height: 32,
        padding: '0 12px',
        borderRadius: 4,
        border: `1px dashed ${tokens.border2}`,
        background: tokens.sunken,
        color: tokens.text3,
        fontFamily: 'inherit',
        fontSize: 13,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        cursor: 'not-allowed',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      small: { height: 28, padding: '0 10px', fontSize: 12 },
      reason: {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'DomainDeckRefusedControl' },
);

let count = 0;

/**
 * A control that the reader may not use. It stays where it would be and can be reached, so that hover and focus give the
 * reason; pressing it does nothing but show the reason where the page has a place for it.
 *
 * @remarks
 * `aria-disabled` rather than `disabled`: a disabled button takes no focus, and then nobody without a mouse learns why.
 *
 * @public
 */
export function RefusedControl(props: {
  children: ReactNode;
  /** What it needs, what the reader holds, and whom to ask: whole sentences. */
  reason: string;
  /**
   * `right`: another person may, so it carries a lock. `waits`: nobody may at present, such as a field that is empty;
   * no lock.
   */
  because?: 'right' | 'waits';
  size?: 'normal' | 'small';
  /** The id of text on the page that says the reason already, so that it is not read from a hidden copy. */
  describedBy?: string;
  /** Called when it is pressed anyway, to bring the reason into view. */
  onAsk?: () => void;
}): JSX.Element {
  const { children, reason, because = 'right', size, describedBy } = props;
  const classes = useStyles();
  const [ownId] = useState(() => {
    count += 1;
    return `domaindeck-refused-${count}`;
  });
  return (
    <>
      <Tooltip title={reason}>
        <ButtonBase
          disableRipple
          className={`${classes.root} ${size === 'small' ? classes.small : ''}`}
          aria-disabled
          aria-describedby={describedBy ?? ownId}
          onClick={props.onAsk}
        >
          {because === 'right' && <Glyph name="lock" size={14} />}
          {children}
        </ButtonBase>
      </Tooltip>
      {!describedBy && (
        <span id={ownId} className={classes.reason}>
          {reason}
        </span>
      )}
    </>
  );
}
