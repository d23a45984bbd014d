import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-block',
        flex: 'none',
        height: 4,
        borderRadius: 2,
        background: tokens.skeleton,
        overflow: 'hidden',
        '@media (forced-colors: active)': { border: '1px solid CanvasText' },
      },
      fill: {
        display: 'block',
        height: '100%',
        borderRadius: 2,
        background: tokens.text3,
        '@media (forced-colors: active)': { background: 'CanvasText' },
      },
      soon: { background: tokens.warn.mark },
    };
  },
  { name: 'DomainDeckBar' },
);

/** How much of something there is; the text beside it says the same, so it is silent to readers. */
export function Bar(props: {
  /** 0 to 1. */
  share: number;
  /** Pixels; as wide as its place unless told. */
  width?: number;
  /** Somebody must decide. */
  soon?: boolean;
}): JSX.Element {
  const { share, width, soon } = props;
  const classes = useStyles();
  return (
    <span
      aria-hidden="true"
      className={classes.root}
      style={{ width: width ?? '100%' }}
    >
      <span
        className={`${classes.fill} ${soon ? classes.soon : ''}`}
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  );
}
