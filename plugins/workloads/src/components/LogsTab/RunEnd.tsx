import { makeStyles } from '@material-ui/core/styles';
import {
  tokensOf,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '3px 16px',
        borderTop: `1px solid ${tokens.border}`,
        borderBottom: `1px solid ${tokens.border}`,
        background: tokens.sunken,
        color: tokens.text2,
        fontSize: 12,
        lineHeight: '20px',
        '& b': { color: tokens.text },
      },
    };
  },
  { name: 'DomainDeckRunEnd' },
);

/** The last row of a run: how it ended. */
export function RunEnd(props: { crash: Crash }): JSX.Element {
  const { lastEnd } = props.crash.container;
  const classes = useStyles();
  const t = useLogText();
  const code = lastEnd?.exitCode;
  const isKilled = lastEnd?.reason === 'OOMKilled';
  return (
    <div className={classes.root}>
      <b>{t(isKilled ? 'logs.crash.killedHere' : 'logs.crash.endedHere')}</b>{' '}
      {code !== undefined &&
        t(isKilled ? 'logs.crash.byLimit' : 'logs.crash.withExit', { code })}
    </div>
  );
}
