import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { BackstageTheme } from '@backstage/theme';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { useTheme } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';

const NAMES: Record<string, string> = { en: 'English', zh: '中文' };

/** Changes the portal's language before anybody has signed in; afterwards the settings page does. */
export function LanguageChoice() {
  const api = useApi(appLanguageApiRef);
  // The header has a picture behind it; only the theme knows what can be read on that.
  const { fontColor } = useTheme<BackstageTheme>().page;
  const [language, setLanguage] = useState(() => api.getLanguage().language);
  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);
  return (
    <ButtonGroup size="small" color="inherit">
      {api.getAvailableLanguages().languages.map(code => (
        <Button
          key={code}
          lang={code}
          aria-pressed={code === language}
          style={{
            textTransform: 'none',
            color: fontColor,
            borderColor: 'currentColor',
            fontWeight: code === language ? 600 : 400,
          }}
          onClick={() => api.setLanguage(code)}
        >
          {NAMES[code] ?? code}
        </Button>
      ))}
    </ButtonGroup>
  );
}
