import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTokens } from '../theme';
import { workloadsReactTranslationRef } from '../translation';
import { MarkKind } from './MarkKind';
import { markShapes } from './markShapes';
import { statusTokensOf } from './statusTokensOf';

const useStyles = makeStyles(
  {
    root: { flex: 'none', display: 'inline-block', verticalAlign: '-2px' },
    '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
    turning: {
      animation: '$turn 2.4s linear infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  },
  { name: 'DomainDeckStatusMark' },
);

/**
 * The mark of a state: shape and colour together, the word in its label.
 * @public
 */
export function StatusMark(props: {
  kind: MarkKind;
  /** Edge in pixels, 14 unless told. */
  size?: 14 | 20;
  /** Replaces the word of the state. */
  label?: string;
  /** The word stands beside the mark, or on the link that holds it: say nothing twice. */
  decorative?: boolean;
  className?: string;
}): JSX.Element {
  const { kind, size = 14, label, decorative, className } = props;
  const classes = useStyles();
  const tokens = useTokens();
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const word = label ?? t(`state.${kind}`);
  const names = [
    classes.root,
    kind === 'progressing' && classes.turning,
    className,
  ];
  return (
    <svg
      className={names.filter(Boolean).join(' ')}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      focusable="false"
      style={{ color: statusTokensOf(tokens, kind).mark }}
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': word })}
    >
      {!decorative && <title>{word}</title>}
      {markShapes[kind]}
    </svg>
  );
}
