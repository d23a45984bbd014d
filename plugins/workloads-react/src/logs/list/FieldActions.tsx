import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph, GlyphName } from '../../components/Glyph';
import { tokensOf } from '../../theme';
import { LogField } from '../model/readFields';
import { useLogText } from '../useLogText';

/** A row of a table of fields: its actions are icons, and words while the row is pointed at or has the focus. */
export const FIELD_WORD = 'domaindeck-field-word';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'inline-flex' },
      button: {
        minWidth: 28,
        height: 28,
        padding: '0 6px',
        gap: 6,
        borderRadius: 4,
        color: tokens.text2,
        font: `400 12px/20px ${theme.typography.fontFamily}`,
        '&:hover': { color: tokens.link, background: tokens.hover },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
    };
  },
  { name: 'DomainDeckFieldActions' },
);

/** Makes a condition or a column of a field. */
export function FieldActions(props: {
  field: LogField;
  onFilter: (kind: 'has' | 'not', field: LogField) => void;
  onAddColumn: (name: string) => void;
}): JSX.Element {
  const { field, onFilter, onAddColumn } = props;
  const { name } = field;
  const classes = useStyles();
  const t = useLogText();
  const button = (
    glyph: GlyphName,
    word: string,
    label: string,
    onClick: () => void,
  ) => (
    <ButtonBase
      disableRipple
      className={classes.button}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Glyph name={glyph} size={14} />
      <span className={FIELD_WORD}>{word}</span>
    </ButtonBase>
  );
  return (
    <span className={classes.root}>
      {button(
        'plus',
        t('logs.open.filterWord'),
        t('logs.open.filterFor', { name }),
        () => onFilter('has', field),
      )}
      {button(
        'minus',
        t('logs.open.excludeWord'),
        t('logs.open.exclude', { name }),
        () => onFilter('not', field),
      )}
      {button(
        'columns',
        t('logs.open.columnWord'),
        t('logs.open.addColumn', { name }),
        () => onAddColumn(name),
      )}
    </span>
  );
}
