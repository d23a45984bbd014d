const known = { name: 'portal', password: 'read-only-password' };

/** The only person whom registries of tests know. */
export const RegistryUser = {
  known,
  authorization: `Basic ${Buffer.from(
    `${known.name}:${known.password}`,
  ).toString('base64')}`,
  /** The password by bcrypt, the only form that the registry reads. */
  htpasswd: `${known.name}:$2b$05$Z8a4hVR8ixphWjLNf8EXRe1GwnPihl68GkRkDF/3Af9ei7ezNybPK\n`,
};
