import { makeStyles } from '@material-ui/core/styles';
import { useTokens } from '../../theme';
import { PodColour } from '../model/podColours';

const useStyles = makeStyles(
  {
    root: {
      flex: 'none',
      display: 'inline-block',
      width: 8,
      height: 8,
      boxSizing: 'border-box',
      borderRadius: 2,
      border: '1.5px solid',
    },
    ring: { borderRadius: 4, borderWidth: 2.5 },
  },
  { name: 'DomainDeckPodSwatch' },
);

/**
 * The colour of a pod; hollow when it is muted, a ring from the seventh pod on. Its name stands beside it.
 * @public
 */
export function PodSwatch(props: {
  colour: PodColour | undefined;
  muted?: boolean;
}): JSX.Element {
  const { colour, muted } = props;
  const classes = useStyles();
  const tokens = useTokens();
  const value = colour ? tokens.series[colour.place] : tokens.text3;
  return (
    <span
      aria-hidden="true"
      className={`${classes.root} ${colour?.ring ? classes.ring : ''}`}
      style={{
        borderColor: value,
        background: muted || colour?.ring ? 'transparent' : value,
      }}
    />
  );
}
