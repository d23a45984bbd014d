import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../../theme';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        borderBottom: `1px solid ${tokens.border}`,
        fontSize: 12,
        color: tokens.text3,
      },
    };
  },
  { name: 'DomainDeckHistogramPlace' },
);

/**
 * Keeps the place of a histogram while its counts are read, so that the lines do not jump when they come.
 * @public
 */
export function HistogramPlace(props: {
  /** Pixels. */
  height: number;
  children: string;
}): JSX.Element {
  const classes = useStyles();
  return (
    <div className={classes.root} style={{ height: props.height }}>
      {props.children}
    </div>
  );
}
