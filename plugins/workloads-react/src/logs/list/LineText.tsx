import { makeStyles, useTheme } from '@material-ui/core/styles';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';
import { LinePiece } from '../model/linePieces';

const useStyles = makeStyles(
  theme => ({
    dim: { color: tokensOf(theme).text3 },
    hit: {
      background: logTokensOf(theme).hit,
      color: 'inherit',
      borderRadius: 2,
    },
  }),
  { name: 'DomainDeckLineText' },
);

/** The words of a line in their looks; what is looked for is marked. Text only: nothing of a line becomes markup. */
export function LineText(props: { pieces: readonly LinePiece[] }): JSX.Element {
  const classes = useStyles();
  const { ansi } = logTokensOf(useTheme());
  return (
    <>
      {props.pieces.map(({ text, dim, style, hit }, index) => {
        const look = style && {
          color: style.colour && ansi[style.colour],
          fontWeight: style.bold ? 600 : undefined,
          opacity: style.dim ? 0.8 : undefined,
          fontStyle: style.italic ? 'italic' : undefined,
          textDecoration: style.underline ? 'underline' : undefined,
        };
        const key = `${index}`;
        return hit ? (
          <mark key={key} className={classes.hit} style={look}>
            {text}
          </mark>
        ) : (
          <span
            key={key}
            className={dim ? classes.dim : undefined}
            style={look}
          >
            {text}
          </span>
        );
      })}
    </>
  );
}
