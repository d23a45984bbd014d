import { Theme } from '@material-ui/core/styles';
import { darkTokens, lightTokens, Tokens } from './tokens';

const cache = new WeakMap<Theme, Tokens>();

/**
 * The tokens that go with a theme, for `makeStyles(theme => ({ root: { color: tokensOf(theme).text2 } }))`.
 *
 * @remarks
 * Values rather than CSS variables, so that they also reach what Material UI mounts outside the page: tooltips, menus,
 * the drawer.
 *
 * @public
 */
export function tokensOf(theme: Theme): Tokens {
  const known = cache.get(theme);
  if (known) {
    return known;
  }
  const { palette } = theme;
  const own = palette.type === 'dark' ? darkTokens : lightTokens;
  // Backstage adds these to the palette; a bare Material UI theme, as in a unit test, has neither.
  const added: { border?: string; link?: string } = palette;
  const tokens: Tokens = {
    ...own,
    type: palette.type,
    background: palette.background.default,
    paper: palette.background.paper,
    // Backstage gives its dark theme the border of the light one, which there is the brightest line on the page.
    border:
      palette.type === 'dark' ? '#565656' : added.border ?? palette.divider,
    primary: palette.primary.main,
    onPrimary: palette.getContrastText(palette.primary.main),
    link: added.link ?? palette.primary.main,
    text: palette.text.primary,
  };
  cache.set(theme, tokens);
  return tokens;
}
