import { makeStyles } from '@material-ui/core/styles';
import { LogTrouble } from '@domaindeck/backstage-plugin-workloads-common';
import {
  StatusMark,
  tokensOf,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';

/** Reasons that have room above the lines. */
const SAID = 3;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '6px 16px',
        borderTop: `1px solid ${tokens.warn.line}`,
        borderBottom: `1px solid ${tokens.warn.line}`,
        background: tokens.warn.tint,
        fontSize: 12,
        lineHeight: '18px',
        '& ul': { margin: 0, padding: 0, listStyle: 'none', minWidth: 0 },
        '& li': { overflowWrap: 'anywhere' },
      },
      mark: { marginTop: 2 },
    };
  },
  { name: 'DomainDeckMissingParts' },
);

/** Which parts of an answer are missing and why; nothing where it is whole. */
export function MissingParts(props: {
  troubles: readonly LogTrouble[];
  /** What else is other than it was asked for. */
  notes?: readonly string[];
}): JSX.Element | null {
  const classes = useStyles();
  const t = useLogText();
  const { troubles, notes = [] } = props;
  const reasons = new Map<string, { who?: string; message: string }>([
    ...notes.map(message => [message, { who: undefined, message }] as const),
    ...troubles.map(
      ({ cluster, pod, message }) =>
        [
          `${cluster} ${pod} ${message}`,
          { who: pod === undefined ? cluster : `${cluster} ${pod}`, message },
        ] as const,
    ),
  ]);
  if (reasons.size === 0) {
    return null;
  }
  const said = [...reasons].slice(0, SAID);
  const more = reasons.size - said.length;
  return (
    <section className={classes.root} aria-label={t('logs.missing.label')}>
      <StatusMark
        kind="degraded"
        size={14}
        decorative
        className={classes.mark}
      />
      <ul>
        {said.map(([key, { who, message }]) => (
          <li key={key}>
            {who && <b>{who}</b>} {message}
          </li>
        ))}
        {more > 0 && <li>{t('logs.missing.more', { count: more })}</li>}
      </ul>
    </section>
  );
}
