import { RefObject } from 'react';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph } from '../../components/Glyph';
import { tokensOf } from '../../theme';
import { chipOf, QueryChip, QueryModes } from '../model/conditions';
import { WrongCondition } from '../model/wrongCondition';
import { useLogText } from '../useLogText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { flex: '1 1 280px', minWidth: 0 },
      box: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 6,
        minHeight: 32,
        boxSizing: 'border-box',
        padding: '3px 4px 3px 10px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        background: tokens.paper,
        color: tokens.text,
        '&:focus-within': {
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
      },
      wrong: { borderColor: tokens.bad.mark },
      chip: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minHeight: 22,
        maxWidth: '100%',
        borderRadius: 3,
        background: tokens.selected,
        font: `400 12px/22px ${tokens.mono}`,
        '& b': {
          padding: '0 6px',
          borderRight: `1px solid ${tokens.paper}`,
          font: `500 12px/22px ${theme.typography.fontFamily}`,
          color: tokens.text2,
        },
        '& span': {
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'pre',
        },
        '& button': {
          width: 24,
          height: 24,
          display: 'grid',
          placeItems: 'center',
          padding: 0,
          border: 0,
          background: 'none',
          color: tokens.text3,
          cursor: 'pointer',
          '&:focus-visible': { outline: `2px solid ${tokens.link}` },
        },
      },
      not: {
        '& b': { color: tokens.bad.text },
        '& span': { textDecoration: `line-through ${tokens.text3}` },
      },
      input: {
        flex: '1 1 120px',
        minWidth: 80,
        fontSize: 13,
        color: 'inherit',
        '& input': { padding: 0, height: 22 },
        '& input::placeholder': { color: tokens.text3, opacity: 1 },
      },
      mode: {
        minWidth: 28,
        height: 24,
        padding: 0,
        border: 0,
        borderRadius: 3,
        background: 'none',
        font: `500 12px/24px ${tokens.mono}`,
        color: tokens.text2,
        cursor: 'pointer',
        '&[aria-pressed="true"]': {
          background: tokens.selected,
          color: tokens.link,
        },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      faint: { fontSize: 12, color: tokens.text3, whiteSpace: 'nowrap' },
      problem: {
        margin: '4px 10px 0',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.bad.text,
        '& pre': {
          margin: 0,
          font: `400 12px/14px ${tokens.mono}`,
          overflow: 'hidden',
        },
      },
      icon: { color: tokens.text3, display: 'grid' },
    };
  },
  { name: 'DomainDeckQueryBar' },
);

/**
 * What the lines have to have, and must not have: a chip a condition. What is being typed is looked for in the lines at
 * hand; Enter makes it a condition.
 * @public
 */
export function QueryBar(props: {
  chips: readonly QueryChip[];
  modes: QueryModes;
  draft: string;
  /** What the search for the draft found in the lines at hand. */
  found?: { readonly at: number; readonly count: number };
  /** Which condition cannot be understood, and why. */
  wrong?: WrongCondition;
  /** Whether lines of the question before are still shown. */
  keepsLast?: boolean;
  inputRef: RefObject<HTMLInputElement>;
  onDraft: (draft: string) => void;
  onChips: (chips: readonly QueryChip[]) => void;
  onModes: (modes: QueryModes) => void;
  onLeave: () => void;
}): JSX.Element {
  const { chips, modes, draft, found, wrong, keepsLast } = props;
  const { inputRef, onDraft, onChips, onModes, onLeave } = props;
  const classes = useStyles();
  const t = useLogText();
  const add = () => {
    const chip = chipOf(draft);
    if (chip) {
      onDraft('');
      onChips([...chips, chip]);
    }
  };
  return (
    <div
      role="search"
      aria-label={t('logs.query.label')}
      className={classes.root}
    >
      <div className={`${classes.box} ${wrong ? classes.wrong : ''}`}>
        <span className={classes.icon}>
          <Glyph name="search" />
        </span>
        {chips.map((chip, index) => (
          <span
            key={`${chip.kind}${chip.text}`}
            className={`${classes.chip} ${
              chip.kind === 'not' ? classes.not : ''
            }`}
          >
            <b>{t(`logs.query.${chip.kind}`)}</b>
            <span>{chip.text}</span>
            <button
              type="button"
              aria-label={t('logs.query.remove', { text: chip.text })}
              onClick={() => onChips(chips.filter((_, at) => at !== index))}
            >
              <Glyph name="close" size={12} />
            </button>
          </span>
        ))}
        <InputBase
          className={classes.input}
          value={draft}
          placeholder={t('logs.query.placeholder')}
          inputRef={inputRef}
          inputProps={{
            'aria-label': t('logs.query.label'),
            'aria-invalid': wrong ? true : undefined,
            type: 'search',
            maxLength: 1024,
          }}
          onChange={event => onDraft(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              onDraft('');
              onLeave();
            } else if (
              event.key === 'Backspace' &&
              draft === '' &&
              chips.length > 0
            ) {
              onChips(chips.slice(0, -1));
            }
          }}
        />
        {!found && draft.trim() !== '' && (
          <span className={classes.faint}>{t('logs.query.enter')}</span>
        )}
        {found && (
          <span className={classes.faint} role="status">
            {found.count > 0
              ? t('logs.query.found', {
                  at: found.at.toLocaleString(),
                  count: found.count,
                  total: found.count.toLocaleString(),
                })
              : t('logs.query.notFound')}
          </span>
        )}
        <button
          type="button"
          className={classes.mode}
          aria-pressed={modes.caseSensitive}
          aria-label={t('logs.query.case')}
          title={t('logs.query.case')}
          onClick={() =>
            onModes({ ...modes, caseSensitive: !modes.caseSensitive })
          }
        >
          Aa
        </button>
        <button
          type="button"
          className={classes.mode}
          aria-pressed={modes.regex}
          aria-label={t('logs.query.regex')}
          title={t('logs.query.regex')}
          onClick={() => onModes({ ...modes, regex: !modes.regex })}
        >
          .*
        </button>
      </div>
      {wrong && (
        <div role="alert" className={classes.problem}>
          <pre aria-hidden="true">{underlined(chips, wrong)}</pre>
          {t('logs.query.wrongAt', { ...wrong })}{' '}
          {keepsLast && t('logs.query.wrong')}
        </div>
      )}
    </div>
  );
}

/** The wrong condition as it was typed, and a sign under the place where it is wrong. */
function underlined(
  chips: readonly QueryChip[],
  { kind, place, position }: WrongCondition,
): string {
  const chip = chips.filter(one => one.kind === kind)[place];
  const before = position - 1 + (/^\/.+\/$/.test(chip?.text ?? '') ? 1 : 0);
  return chip ? `${chip.text}\n${' '.repeat(before)}^` : '';
}
