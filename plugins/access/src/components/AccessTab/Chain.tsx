import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Explanation,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { ChainRole } from './ChainRole';
import { chainSteps, ChainStep } from './model/chainSteps';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { listStyle: 'none', margin: 0, padding: '14px 16px 4px' },
      step: {
        position: 'relative',
        display: 'grid',
        gridTemplateColumns: '28px minmax(0, 1fr)',
        gap: '0 12px',
        paddingBottom: 12,
        // The mark stands beside both lines.
        '& > :first-child': { gridRow: '1 / span 2' },
        '&:not(:last-child)::before': {
          content: '""',
          position: 'absolute',
          left: 13.25,
          top: 30,
          bottom: 2,
          width: 1.5,
          background: tokens.border2,
        },
      },
      icon: {
        width: 28,
        height: 28,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        background: tokens.sunken,
        color: tokens.text2,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
      },
      line: {
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '& b': { fontWeight: 600 },
      },
      lead: { color: tokens.text3 },
      sub: {
        gridColumn: 2,
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
        overflowWrap: 'anywhere',
      },
    };
  },
  { name: 'DomainDeckChain' },
);

/** The way from a person over departments and grants to what the person may. */
export function Chain(props: {
  explanation: Explanation;
  caller: SubjectInfo;
  domain: string;
  names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { explanation, caller, domain, names } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const namesOf = (clusters: readonly string[]) =>
    clusters
      .map(cluster => names.get(cluster) ?? cluster)
      .join(t('rights.list.comma'));
  const restricted = (clusters: readonly string[]) =>
    clusters.every(
      cluster =>
        explanation.environments.find(one => one.cluster === cluster)
          ?.restricted,
    );
  const leadOf = (step: Extract<ChainStep, { type: 'subject' }>) => {
    if (step.leads === 'nothing') {
      return t('rights.why.holdsNothing');
    }
    if (step.leads === 'in') {
      return t('rights.why.isIn');
    }
    return step.subject.ref === explanation.subject.ref
      ? t('rights.why.holdsDirectly')
      : t('rights.why.holds');
  };
  const subOf = (step: Extract<ChainStep, { type: 'subject' }>) => {
    if (step.subject.kind === 'user') {
      return t('rights.why.personSub');
    }
    return step.partOf.length > 0
      ? t('rights.why.departmentPartOf', { name: step.partOf[0].title })
      : t('rights.why.departmentSub');
  };
  const contentOf = (step: ChainStep): ReactNode => {
    switch (step.type) {
      case 'subject':
        return (
          <>
            <PersonMark
              subject={step.subject}
              reader={step.subject.ref === caller.ref}
              size="large"
            />
            <span className={classes.line}>
              <b>{step.subject.title}</b>{' '}
              <span className={classes.lead}>{leadOf(step)}</span>
            </span>
            <span className={classes.sub}>{subOf(step)}</span>
          </>
        );
      case 'role':
        return (
          <>
            <span className={classes.icon}>
              <Glyph name="layers" size={14} />
            </span>
            <ChainRole
              chain={step.chain}
              domain={domain}
              where={namesOf(step.chain.clusters)}
              classes={classes}
            />
          </>
        );
      default: {
        const nothing = explanation.chains.length === 0;
        const where = namesOf(step.clusters);
        const closed = restricted(step.clusters)
          ? t('rights.why.closedRestricted', { where })
          : t('rights.why.closedIn', { where });
        return (
          <>
            <span className={classes.icon}>
              <Glyph name={nothing ? 'lock' : 'check'} size={14} />
            </span>
            <span className={classes.line}>
              <span className={classes.lead}>{t('rights.why.and')}</span>{' '}
              <b>
                {nothing ? t('rights.why.mayNothing') : t('rights.why.may')}
              </b>
            </span>
            <span className={classes.sub}>
              {step.clusters.length > 0 ? closed : t('rights.why.closedNone')}
            </span>
          </>
        );
      }
    }
  };
  return (
    <ol className={classes.root}>
      {chainSteps(explanation).map((step, index) => (
        <li key={index} className={classes.step}>
          {contentOf(step)}
        </li>
      ))}
    </ol>
  );
}
