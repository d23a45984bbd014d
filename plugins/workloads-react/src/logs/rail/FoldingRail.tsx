import {
  KeyboardEvent,
  ReactNode,
  RefCallback,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles } from '@material-ui/core/styles';
import { GlyphName } from '../../components/Glyph';
import { ToolButton } from '../../controls';
import { tokensOf } from '../../theme';
import { useLogText } from '../useLogText';

/** Below this the lines need the room. */
const NARROW = '(max-width: 1199.95px)';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      strip: {
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 4,
        width: 44,
        boxSizing: 'border-box',
        padding: '8px 0',
        background: tokens.paper,
        borderRight: `1px solid ${tokens.border}`,
      },
      over: {
        position: 'absolute',
        zIndex: 3,
        top: 0,
        bottom: 0,
        left: 0,
        display: 'flex',
        flexDirection: 'column',
        background: tokens.paper,
        boxShadow: tokens.shadowPop,
        outline: 'none',
        // What is below the head scrolls by itself.
        '& > :last-child': { flex: 1, minHeight: 0 },
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        padding: '4px 6px 4px 16px',
        borderBottom: `1px solid ${tokens.border}`,
        fontSize: 13,
        fontWeight: 600,
      },
    };
  },
  { name: 'DomainDeckFoldingRail' },
);

/**
 * The rail of sources; where the window is narrow an icon for each of its parts, over which it opens.
 * @public
 */
export function FoldingRail(props: {
  /** What each icon stands for, and what is chosen of it. */
  parts: readonly { readonly glyph: GlyphName; readonly label: string }[];
  children: ReactNode;
}): JSX.Element {
  const { parts, children } = props;
  const classes = useStyles();
  const t = useLogText();
  const isNarrow = useMediaQuery(NARROW, { noSsr: true });
  const [isOpen, setIsOpen] = useState(false);
  const holdFocus = useHeldFocus();
  // A window that is narrowed again begins folded.
  useEffect(() => setIsOpen(false), [isNarrow]);
  if (!isNarrow) {
    return <>{children}</>;
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      setIsOpen(false);
    }
  };
  return (
    <>
      <nav className={classes.strip} aria-label={t('logs.rail.label')}>
        {parts.map(({ glyph, label }) => (
          <ToolButton
            key={label}
            glyph={glyph}
            label={label}
            onClick={() => setIsOpen(true)}
          />
        ))}
      </nav>
      {isOpen && (
        // The keys of the page would take Escape for themselves.
        <div
          className={classes.over}
          role="presentation"
          ref={holdFocus}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          <header className={classes.head}>
            {t('logs.rail.label')}
            <ToolButton
              glyph="close"
              label={t('logs.rail.fold')}
              onClick={() => setIsOpen(false)}
            />
          </header>
          {children}
        </div>
      )}
    </>
  );
}

/** What opens is where the keys go on; when it goes they are back at what opened it. */
function useHeldFocus(): RefCallback<HTMLElement> {
  const before = useRef<Element | null>(null);
  return useCallback(element => {
    if (element) {
      before.current = document.activeElement;
      element.focus();
    } else if (before.current instanceof HTMLElement) {
      before.current.focus({ preventScroll: true });
    }
  }, []);
}
