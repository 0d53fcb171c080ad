/** Tokens that tell by their form alone what they are, and how to name them. */
const shapes: readonly (readonly [name: string, shape: RegExp])[] = [
  ['an AWS access key id', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g],
  ['a GitLab token', /\bglpat-[\w-]{20,}/g],
  ['a Slack token', /\bxox[abeoprs]-\d+-[\w-]{10,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-z0-9]+/g],
  ['a Slack webhook', /\bhooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{20,}/g],
  ['a Google API key', /\bAIza[\w-]{35}(?![\w-])/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['a PyPI token', /\bpypi-AgE[\w-]{50,}/g],
  ['a Docker Hub token', /\bdckr_[po]at_[\w-]{27,}/g],
  ['a Hugging Face token', /\bhf_[A-Za-z]{34}\b/g],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{24,}\b/g],
  ['an Anthropic or OpenAI key', /\bsk-(?:ant|proj)-[\w-]{20,}/g],
  ['a SendGrid key', /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\n|[\s\\"'])*[A-Za-z0-9+/=]{20,}/g],
];

/** What every shape has in it: most files have none, and cost one look. */
const hint =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|xapp-|hooks\.slack|AIza|npm_|pypi-|dckr_|hf_|[rs]k_live_|sk-|SG\.|eyJ|PRIVATE KEY/;

export interface Secret {
  readonly name: string;
  /** In the text that was searched. */
  readonly start: number;
  readonly end: number;
}

/** The secrets in a text, by their form. What is plainly an example or a placeholder is not one. */
export function secretsIn(text: string): Secret[] {
  if (!hint.test(text)) return [];
  return shapes.flatMap(([name, shape]) =>
    [...text.matchAll(shape)]
      .filter(([token]) => !isPlaceholder(token))
      .map(({ 0: token, index }) => ({ name, start: index, end: index + token.length })),
  );
}

/** Documentation's own (`AKIAIOSFODNN7EXAMPLE`), words in place of a value, and what has hardly any different characters. */
function isPlaceholder(token: string): boolean {
  if (/example|placeholder|dummy|sample|your|change_?me|redacted|12345678|abcdefgh|(.)\1{5}/i.test(token)) return true;
  return new Set(token.slice(-16)).size < 5;
}

const secretWords = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmlessWords = /(?:^|_)(?:public|file|version)(?:_|$)/i;

/** Whether the name of a variable says that its value is secret, as BuildKit judges it: by the words between underscores. */
export function hasSecretWord(name: string): boolean {
  return secretWords.test(name) && !harmlessWords.test(name);
}
