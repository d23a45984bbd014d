import { useMemo, useState } from 'react';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { SubjectInfo } from '@domaindeck/backstage-plugin-access-common';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { PersonMark } from '../parts/PersonMark';
import { useSubjectSearch } from './useSubjectSearch';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { minWidth: 184 },
      field: {
        // What opens the list stands at its right edge.
        position: 'relative',
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        height: 32,
        padding: '0 32px 0 10px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        background: tokens.paper,
        '&:focus-within': {
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
        '& > svg': { color: tokens.text3 },
      },
      input: {
        flex: 1,
        minWidth: 0,
        font: 'inherit',
        fontSize: 13,
        color: 'inherit',
        '& input': { padding: 0, height: 20, textOverflow: 'ellipsis' },
      },
      option: { fontSize: 13, lineHeight: '20px' },
      line: { display: 'flex', alignItems: 'center', gap: 8 },
    };
  },
  { name: 'DomainDeckSubjectPicker' },
);

/** A field that finds a person or department by name. */
export function SubjectPicker(props: {
  label: string;
  value: SubjectInfo | undefined;
  /** Offered before anybody types. */
  offered: readonly SubjectInfo[];
  noneText: string;
  placeholder?: string;
  onChange: (subject: SubjectInfo | undefined) => void;
}): JSX.Element {
  const { label, value, offered, noneText, placeholder, onChange } = props;
  const classes = useStyles();
  const [typed, setTyped] = useState('');
  const term = typed === value?.title ? '' : typed.trim();
  const found = useSubjectSearch(term);
  const options = useMemo(() => {
    const known = new Set(offered.map(({ ref }) => ref));
    return [...offered, ...found.filter(({ ref }) => !known.has(ref))];
  }, [offered, found]);
  return (
    <Autocomplete
      className={classes.root}
      classes={{ option: classes.option }}
      options={options}
      value={value ?? null}
      getOptionLabel={subject => subject.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      noOptionsText={noneText}
      popupIcon={<Glyph name="down" size={14} />}
      closeIcon={<Glyph name="close" size={14} />}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, subject) => onChange(subject ?? undefined)}
      renderOption={subject => (
        <span className={classes.line}>
          <PersonMark subject={subject} />
          {subject.title}
        </span>
      )}
      renderInput={params => (
        <div ref={params.InputProps.ref} className={classes.field}>
          <Glyph name={value?.kind === 'group' ? 'people' : 'user'} size={14} />
          <InputBase
            className={classes.input}
            placeholder={placeholder}
            inputProps={{ ...params.inputProps, 'aria-label': label }}
          />
          {params.InputProps.endAdornment}
        </div>
      )}
    />
  );
}
