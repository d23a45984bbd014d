import { RefObject } from 'react';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph } from '../components/Glyph';
import { tokensOf } from '../theme';
import { useControlStyles } from './useControlStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: '1 1 150px',
        minWidth: 34,
        maxWidth: 260,
        padding: '0 10px',
        cursor: 'text',
        '&:focus-within': {
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
      },
      // On a small card the field is its icon until somebody writes in it.
      small: {
        flex: '0 0 34px',
        padding: '0 8px',
        overflow: 'hidden',
        '&:focus-within': { flex: '1 1 160px' },
      },
      input: {
        flex: 1,
        minWidth: 0,
        font: 'inherit',
        color: 'inherit',
        '& input': { padding: 0, height: 20 },
        '& input::placeholder': { color: tokens.text3, opacity: 1 },
      },
      glyph: { color: tokens.text3, display: 'grid' },
    };
  },
  { name: 'DomainDeckSearchField' },
);

/**
 * A field to search in what a tab shows; Esc empties it.
 * @public
 */
export function SearchField(props: {
  /** What is searched, as placeholder and name. */
  label: string;
  /** Of the field; one of its kind on a page. */
  id: string;
  value: string;
  onChange: (value: string) => void;
  inputRef: RefObject<HTMLInputElement>;
  small: boolean;
}): JSX.Element {
  const { label, id, value, onChange, inputRef, small } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const folded = small && value === '';
  return (
    <label
      htmlFor={id}
      className={`${controls.control} ${classes.root} ${
        folded ? classes.small : ''
      }`}
    >
      <span className={classes.glyph}>
        <Glyph name="search" />
      </span>
      <InputBase
        id={id}
        className={classes.input}
        value={value}
        placeholder={label}
        inputRef={inputRef}
        inputProps={{ 'aria-label': label, type: 'search' }}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
            inputRef.current?.blur();
          }
        }}
      />
    </label>
  );
}
