import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  StatusMark,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';

const HEIGHTS = [3, 6, 9, 12];

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      bars: {
        flex: 'none',
        display: 'inline-grid',
        gridTemplateColumns: 'repeat(4, 2px)',
        gap: 2,
        alignItems: 'end',
        width: 14,
        height: 12,
      },
      bar: { background: tokens.border2, borderRadius: 0.5 },
      // Drawn, not only coloured, so that rank is left where colours are forced.
      full: {
        background: tokens.type === 'dark' ? tokens.link : tokens.primary,
        '@media (forced-colors: active)': { background: 'CanvasText' },
      },
    };
  },
  { name: 'DomainDeckRoleMark' },
);

/**
 * How far a role reaches, told by height and not by colour: one to four bars, an eye for who looks at the record, a dash
 * for nobody. The word stands beside it.
 */
export function RoleMark(props: {
  weight: number | 'eye' | undefined;
}): JSX.Element {
  const { weight } = props;
  const classes = useStyles();
  if (weight === undefined) {
    return <StatusMark kind="none" decorative />;
  }
  if (weight === 'eye') {
    return <Glyph name="eye" size={14} />;
  }
  return (
    <span className={classes.bars} aria-hidden="true">
      {HEIGHTS.map((height, index) => (
        <i
          key={height}
          style={{ height }}
          className={`${classes.bar} ${index < weight ? classes.full : ''}`}
        />
      ))}
    </span>
  );
}
