import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Release } from '@domaindeck/backstage-plugin-workloads-common';
import { Age, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { isKnownTime } from './model/isKnownTime';
import { ImageChange, releaseSteps } from './model/releaseSteps';
import { PanelSection } from './PanelSection';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      line: { margin: 0, padding: 0, listStyle: 'none' },
      step: {
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr) max-content',
        gap: '2px 10px',
        position: 'relative',
        paddingBottom: 10,
        fontSize: 12,
        lineHeight: '18px',
        '&::before': {
          content: '""',
          position: 'absolute',
          left: 6.5,
          top: 16,
          bottom: -3,
          width: 1,
          background: tokens.border2,
        },
        '&:last-child': { paddingBottom: 0 },
        '&:last-child::before': { display: 'none' },
      },
      node: {
        width: 9,
        height: 9,
        margin: '5px 2.5px',
        borderRadius: '50%',
        border: `1.5px solid ${tokens.text3}`,
        background: tokens.paper,
      },
      now: { background: tokens.primary, borderColor: tokens.primary },
      name: {
        margin: 0,
        fontSize: 13,
        lineHeight: '18px',
        fontWeight: 600,
        overflowWrap: 'anywhere',
      },
      tag: {
        padding: '0 5px',
        borderRadius: 3,
        fontSize: 12,
        fontWeight: 500,
        color: tokens.text2,
        background: tokens.sunken,
      },
      at: { color: tokens.text3, textAlign: 'right' },
      what: {
        gridColumn: '2 / 4',
        color: tokens.text2,
        overflowWrap: 'anywhere',
      },
      mono: { fontFamily: tokens.mono },
      none: { margin: 0, fontSize: 12, color: tokens.text3 },
    };
  },
  { name: 'DomainDeckReleases' },
);

/** The releases that the cluster keeps, newest first, with what each changed. */
export function ReleasesSection(props: {
  releases: readonly Release[];
}): JSX.Element {
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const steps = releaseSteps(props.releases);
  return (
    <PanelSection title={t('panel.releases.title')}>
      {steps.length === 0 && (
        <p className={classes.none}>{t('panel.releases.none')}</p>
      )}
      <ol className={classes.line}>
        {steps.map(({ release, changes }) => (
          <li key={release.revision} className={classes.step}>
            <span
              className={`${classes.node} ${
                release.current ? classes.now : ''
              }`}
            />
            <h4 className={classes.name}>
              {release.version
                ? t('panel.releases.release', { version: release.version })
                : t('panel.releases.releaseBare', {
                    revision: String(release.revision),
                  })}{' '}
              {release.current && (
                <span className={classes.tag}>{t('panel.releases.now')}</span>
              )}
            </h4>
            <span className={classes.at}>
              {isKnownTime(release.at) && <Age at={release.at} />}
            </span>
            <span className={classes.what}>
              <Changes changes={changes} />
              <Outcome release={release} />
            </span>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

function Changes(props: { changes: readonly ImageChange[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  if (props.changes.length === 0) {
    return <>{t('panel.releases.sameImages')}</>;
  }
  return (
    <>
      {props.changes.map(({ container, from, to }, i) => (
        <span key={container}>
          {i > 0 && ', '}
          {container}{' '}
          <span className={classes.mono}>
            {from === undefined ? (
              to
            ) : (
              <span
                role="img"
                aria-label={t('panel.releases.changed', { from, to })}
              >
                {from} → {to}
              </span>
            )}
          </span>
        </span>
      ))}
    </>
  );
}

function Outcome(props: { release: Release }) {
  const { current, replicas, cause } = props.release;
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <>
      {current && replicas && replicas.desired > 0 && (
        <>
          {' · '}
          {t('panel.releases.pods', {
            count: replicas.desired,
            updated: String(replicas.updated),
            ready: String(replicas.ready),
          })}
        </>
      )}
      {cause && <> · {cause}</>}
    </>
  );
}
