import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Drift } from '@domaindeck/backstage-plugin-workloads-common';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minWidth: 0,
        maxWidth: '100%',
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '20px',
        color: tokens.text2,
      },
      text: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      drifted: {
        padding: '0 5px',
        marginLeft: -5,
        borderRadius: 3,
        lineHeight: '18px',
        color: tokens.text,
        background: tokens.paper,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
      },
      muted: { color: tokens.text3, background: 'none' },
      by: {
        display: 'inline-flex',
        alignItems: 'center',
        flex: 'none',
        gap: 1,
        fontFamily: theme.typography.fontFamily,
        lineHeight: '18px',
        color: tokens.text3,
      },
    };
  },
  { name: 'DomainDeckVersion' },
);

/** A version; outlined, with how far it is, where it differs from the reference. Weight and outline, never colour. */
export function VersionText(props: {
  version: string;
  drift?: Drift;
  /** Last known only. */
  muted?: boolean;
  /** Leaves out by how many releases; the outline stays. */
  bare?: boolean;
}): JSX.Element {
  const { version, drift, muted, bare } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  if (!drift || drift.kind === 'same') {
    return (
      <span className={classes.root}>
        <span
          className={`${classes.text} ${muted ? classes.muted : ''}`}
          title={version}
        >
          {version}
        </span>
      </span>
    );
  }
  const hint =
    drift.kind === 'unordered'
      ? t('workloads.matrix.unordered')
      : t(`workloads.matrix.${drift.kind}`, { n: String(drift.releases) });
  return (
    <span className={classes.root}>
      <span
        className={`${classes.text} ${classes.drifted} ${
          muted ? classes.muted : ''
        }`}
        title={version}
      >
        {version}
      </span>
      {!bare && (
        <span className={classes.by} title={hint}>
          {drift.kind === 'unordered' ? (
            '≠'
          ) : (
            <>
              <Glyph
                name={drift.kind === 'ahead' ? 'arrowUp' : 'arrowDown'}
                size={12}
              />
              {drift.releases}
            </>
          )}
        </span>
      )}
    </span>
  );
}
