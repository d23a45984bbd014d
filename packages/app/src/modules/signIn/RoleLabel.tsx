import { makeStyles } from '@material-ui/core/styles';
import { Role } from './people';

const RANK: Record<Role, number> = {
  none: 0,
  viewer: 1,
  developer: 2,
  operator: 3,
  owner: 4,
};

const HEIGHTS = [3, 6, 9, 12];

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-flex', alignItems: 'center', gap: 8 },
  none: { color: theme.palette.text.secondary },
  bars: { display: 'inline-flex', alignItems: 'flex-end', gap: 1, width: 16 },
  bar: { width: 2, backgroundColor: theme.palette.action.disabled },
  filled: { backgroundColor: theme.palette.primary.main },
  dash: { width: 8, height: 2, backgroundColor: theme.palette.text.secondary },
}));

/** A role with its rank as height, so that a glance compares two people. */
export function RoleLabel(props: { role: Role; word: string }) {
  const { role, word } = props;
  const classes = useStyles();
  return (
    <span className={`${classes.root} ${role === 'none' ? classes.none : ''}`}>
      <span className={classes.bars} aria-hidden="true">
        {role === 'none' ? (
          <span className={classes.dash} />
        ) : (
          HEIGHTS.map((height, index) => (
            <span
              key={height}
              style={{ height }}
              className={`${classes.bar} ${
                index < RANK[role] ? classes.filled : ''
              }`}
            />
          ))
        )}
      </span>
      {word}
    </span>
  );
}
