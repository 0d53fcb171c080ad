const secretName =
  /(passw(or)?d|passphrase|passwd|pwd|secret|token|credential|private_?key|access_?key|api_?key|auth_?key|encryption_?key|signing_?key|salt|dsn|connection_?string)/i;
/** What says of a secret where it is or how it is treated, and is none itself. */
const aboutSecret = /(_file|_path|_dir|_length|_ttl|_expiry|_expiration|_timeout|_url|_uri|_name|_enabled)$/i;
/** `postgres://user:password@host`, a JSON web token, a PEM key. */
const secretValue = /:\/\/[^/\s:@]*:[^/\s@]+@|^eyJ[\w-]+\.eyJ|-----BEGIN [A-Z ]*PRIVATE KEY/;

/** Whether a variable's name or value is what people give to secrets: it is shown only when somebody asks for it. */
export function looksSecret(name: string, value: string): boolean {
  if (value === '') return false;
  return secretValue.test(value) || (secretName.test(name) && !aboutSecret.test(name));
}
