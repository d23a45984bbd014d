import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  initialsOf,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { SubjectInfo } from '@domaindeck/backstage-plugin-access-common';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        width: 24,
        height: 24,
        borderRadius: '50%',
        display: 'inline-grid',
        placeItems: 'center',
        fontSize: 10,
        fontWeight: 600,
        lineHeight: '12px',
        background: tokens.sunken,
        color: tokens.text2,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
      },
      large: { width: 28, height: 28, fontSize: 11 },
      reader: {
        background: tokens.primary,
        color: tokens.onPrimary,
        boxShadow: 'none',
      },
    };
  },
  { name: 'DomainDeckPersonMark' },
);

/** The mark of a person or department; the name stands beside it. */
export function PersonMark(props: {
  subject: SubjectInfo;
  /** The reader's own. */
  reader?: boolean;
  size?: 'normal' | 'large';
}): JSX.Element {
  const { subject, reader, size } = props;
  const classes = useStyles();
  const names = [
    classes.root,
    size === 'large' && classes.large,
    reader && classes.reader,
  ];
  return (
    <span className={names.filter(Boolean).join(' ')} aria-hidden="true">
      {subject.kind === 'group' ? (
        <Glyph name="people" size={14} />
      ) : (
        initialsOf(subject.title)
      )}
    </span>
  );
}
