import { RefObject } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Workload,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  MarkKind,
  StatusMark,
  tokensOf,
  ToolButton,
  useCopy,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { problemPlace } from './model/problemPlace';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      row: { display: 'flex', alignItems: 'center', gap: 10 },
      name: {
        flex: 1,
        minWidth: 0,
        margin: 0,
        fontSize: 20,
        lineHeight: '28px',
        fontWeight: 600,
        overflowWrap: 'anywhere',
        outline: 'none',
      },
      tools: {
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        flex: 'none',
        fontSize: 12,
        color: tokens.text3,
      },
      position: { marginRight: 4, whiteSpace: 'nowrap' },
      where: {
        margin: '0 0 12px 30px',
        fontSize: 12,
        lineHeight: '20px',
        color: tokens.text3,
        overflowWrap: 'anywhere',
      },
      mono: { fontFamily: tokens.mono },
    };
  },
  { name: 'DomainDeckPanelHead' },
);

/** Name and place of what is open, and the tools of the panel. */
export function PanelHead(props: {
  open: WorkloadIdentity;
  workload?: Workload;
  mark: MarkKind;
  problems: readonly WorkloadIdentity[];
  heading: RefObject<HTMLHeadingElement>;
  wide: boolean;
  onWide: (wide: boolean) => void;
  onOpen: (identity: WorkloadIdentity | undefined) => void;
}): JSX.Element {
  const { open, workload, mark, problems, heading, wide } = props;
  const { onWide, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const { outcome, copy } = useCopy();
  const { index, previous, next } = problemPlace(problems, open);
  const copyWords = {
    none: t('panel.head.copyLink'),
    done: t('panel.copied'),
    refused: t('panel.copyFailed'),
  };
  return (
    <>
      <div className={classes.row}>
        <StatusMark kind={mark} size={20} />
        <h2 ref={heading} tabIndex={-1} className={classes.name}>
          {open.name}
        </h2>
        <div className={classes.tools}>
          {index !== undefined && (
            <span className={classes.position}>
              {t('panel.head.position', {
                index: String(index + 1),
                total: String(problems.length),
              })}
            </span>
          )}
          {problems.length > 0 && (
            <>
              <ToolButton
                glyph="up"
                label={t('panel.head.previous')}
                inactive={!previous}
                onClick={() => onOpen(previous)}
              />
              <ToolButton
                glyph="down"
                label={t('panel.head.next')}
                inactive={!next}
                onClick={() => onOpen(next)}
              />
            </>
          )}
          <span role="status">
            <ToolButton
              glyph={outcome === 'done' ? 'check' : 'link'}
              label={copyWords[outcome]}
              onClick={() => copy(window.location.href)}
            />
          </span>
          <ToolButton
            glyph={wide ? 'shrink' : 'expand'}
            label={wide ? t('panel.head.narrow') : t('panel.head.widen')}
            onClick={() => onWide(!wide)}
          />
          <ToolButton
            glyph="close"
            label={t('panel.head.close')}
            onClick={() => onOpen(undefined)}
          />
        </div>
      </div>
      <p className={classes.where}>
        {t('panel.head.kindIn', { kind: open.kind })}{' '}
        <span className={classes.mono}>
          {open.cluster} / {open.namespace}
        </span>
        {workload?.systemRef &&
          ` · ${t('panel.head.system', {
            system: parseEntityRef(workload.systemRef).name,
          })}`}
      </p>
    </>
  );
}
