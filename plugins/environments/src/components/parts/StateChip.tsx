import { makeStyles } from '@material-ui/core/styles';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  statusTokensOf,
  useNow,
  useTokens,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRecordText } from '../../hooks';
import { stateOf } from '../../model/stateOf';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      padding: '0 8px',
      height: 22,
      borderRadius: 11,
      border: '1px solid',
      fontSize: 12,
      fontWeight: 400,
      letterSpacing: 0,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'DomainDeckStateChip' },
);

/** The state of an environment beside its name. */
export function StateChip(props: { record: EnvironmentRecord }): JSX.Element {
  const { record } = props;
  const classes = useStyles();
  const tokens = useTokens();
  const now = useNow(60_000);
  const text = useRecordText();
  const { mark } = stateOf(record);
  const { tint, line, text: color } = statusTokensOf(tokens, mark);
  return (
    <span
      className={classes.root}
      style={{ background: tint, borderColor: line, color }}
    >
      <StatusMark kind={mark} decorative />
      {text.state(record, now)}
    </span>
  );
}
