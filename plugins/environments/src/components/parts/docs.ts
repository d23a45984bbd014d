/** Where a platform engineer reads how clusters are opened and guarded. */
export const DOCS =
  'https://github.com/domaindeck/domaindeck/blob/main/plugins/environments-backend/README.md';
