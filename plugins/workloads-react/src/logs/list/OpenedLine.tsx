import { useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { CopyButton, TextButton, ToolButton } from '../../controls';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';
import { httpLink } from '../model/httpLink';
import { LogLineRow } from '../model/LogRow';
import { withoutAnsi } from '../model/parseAnsi';
import { LogField, readFields } from '../model/readFields';
import { traceLink } from '../model/traceLink';
import { useLogText } from '../useLogText';
import { FIELD_WORD, FieldActions } from './FieldActions';
import { LineContext } from './LineContext';
import { LogLook } from './LogLook';

/** Characters shown of one line; the backend sends no more. */
const SHOWN = 65_536;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '2px 16px 10px 203px',
        font: `400 12px/20px ${theme.typography.fontFamily}`,
        background: logTokensOf(theme).rowOpen,
        borderBottom: `1px solid ${tokens.border2}`,
        '@media (max-width: 900px)': { paddingLeft: 16 },
      },
      actions: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        minHeight: 30,
      },
      count: { fontWeight: 600, marginRight: 'auto' },
      faint: { color: tokens.text3, fontWeight: 400, marginLeft: 6 },
      table: {
        margin: 0,
        background: tokens.paper,
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        overflow: 'hidden',
        fontFamily: tokens.mono,
        '& > div': {
          display: 'grid',
          gridTemplateColumns: '150px minmax(0, 1fr) auto',
          alignItems: 'center',
          minHeight: 28,
          padding: '0 6px 0 12px',
        },
        '& > div + div': { borderTop: `1px solid ${tokens.border}` },
        '& > div:hover': { background: tokens.hover },
        [`& .${FIELD_WORD}`]: { display: 'none' },
        [`& > div:hover .${FIELD_WORD}, & > div:focus-within .${FIELD_WORD}`]: {
          display: 'inline',
        },
        '& dt': {
          color: tokens.text3,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
        },
        '& dd': { margin: 0, overflowWrap: 'anywhere' },
        '& a': { color: tokens.link },
      },
      raw: {
        margin: 0,
        maxHeight: 320,
        overflow: 'auto',
        padding: '6px 12px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontFamily: tokens.mono,
        background: tokens.paper,
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
      },
    };
  },
  { name: 'DomainDeckOpenedLine' },
);

/**
 * What can be done with an opened line.
 * @public
 */
export interface LineActions {
  readonly onFilter: (kind: 'has' | 'not', field: LogField) => void;
  readonly onAddColumn: (name: string) => void;
  readonly onLink: (row: LogLineRow) => void;
  readonly onClose: () => void;
}

/** An opened line: its fields one by one, or all of its text. */
export function OpenedLine(props: {
  entityRef: string;
  row: LogLineRow;
  look: LogLook;
  /** Whether the lines around it are asked for. */
  around: boolean;
  onAround: (around: boolean) => void;
  actions: LineActions;
}): JSX.Element {
  const { entityRef, row, look, around, onAround, actions } = props;
  const classes = useStyles();
  const t = useLogText();
  const [shown] = useState(() => row.text.slice(0, SHOWN));
  const text = useMemo(() => withoutAnsi(shown), [shown]);
  const { format, fields, message } = useMemo(() => readFields(text), [text]);
  const source = look.sourceAt(row.source);
  return (
    <div className={classes.root}>
      <div className={classes.actions}>
        <span className={classes.count}>
          {format !== 'text' && (
            <>
              {t('logs.open.fields', { count: fields.length })}
              <span className={classes.faint}>
                {format === 'json' ? 'JSON' : format}
              </span>
            </>
          )}
          {row.bytes !== undefined && (
            <span className={classes.faint}>
              {t('logs.list.cut', {
                size: sizeInWords(row.bytes),
              })}
            </span>
          )}
        </span>
        {source && (
          <TextButton
            look="link"
            glyph="list"
            pressed={around}
            onClick={() => onAround(!around)}
          >
            {t('logs.open.around')}
          </TextButton>
        )}
        <TextButton
          look="link"
          glyph="link"
          onClick={() => actions.onLink(row)}
        >
          {t('logs.open.link')}
        </TextButton>
        <CopyButton look="link" text={() => row.text}>
          {t('logs.open.copy')}
        </CopyButton>
        <ToolButton
          glyph="close"
          label={t('logs.open.close')}
          onClick={actions.onClose}
        />
      </div>
      <pre className={classes.raw}>{message}</pre>
      {format !== 'text' && (
        <dl className={classes.table}>
          {fields.map(field => {
            const link =
              httpLink(field.value) ?? traceLink(field, look.traceUrl);
            return (
              // logfmt may say a name twice.
              <div key={`${field.name}=${field.value}`}>
                <dt title={field.name}>{field.name}</dt>
                <dd>
                  {link ? (
                    <a href={link} target="_blank" rel="noopener noreferrer">
                      {field.value}
                    </a>
                  ) : (
                    field.value
                  )}
                </dd>
                <FieldActions
                  field={field}
                  onFilter={actions.onFilter}
                  onAddColumn={actions.onAddColumn}
                />
              </div>
            );
          })}
        </dl>
      )}
      {around && source && (
        <LineContext
          entityRef={entityRef}
          source={source}
          at={row.at}
          text={row.text}
          look={look}
          onClose={() => onAround(false)}
        />
      )}
    </div>
  );
}

const KIB = 1_024;

function sizeInWords(bytes: number): string {
  return bytes < KIB * KIB
    ? `${Math.round(bytes / KIB).toLocaleString()} KiB`
    : `${(Math.round((bytes / KIB / KIB) * 10) / 10).toLocaleString()} MiB`;
}
