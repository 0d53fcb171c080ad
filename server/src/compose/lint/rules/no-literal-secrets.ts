import { hasSecretWord, secretsIn } from '../../../lint/secrets.ts';
import { ScalarValue } from '../../project/model.ts';
import { type Pair, pairs } from '../../project/read/pairs.ts';
import { projectRule } from '../projectRule.ts';
import { secretFixes } from '../secretFixes.ts';

export const noLiteralSecrets = projectRule({
  id: 'no-literal-secrets',
  summary: 'Keep secrets out of the file',
  rationale: `A compose file is in a repository, and whoever can read it has what it says. A value is taken for a secret by its form (tokens
and keys of known services, addresses with a password) or by its variable's name: \`password\`, \`token\`, \`secret\`, \`key\`, as in Dockerfiles.

Let a variable bring it, \`\${DB_PASSWORD:?}\`, from the environment or from an \`.env\` that is not in the repository; or give the container
a secret, which it reads from a file. The messages do not repeat the value.`,
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: [
      'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n',
      'services:\n  app:\n    image: example/app:1\n    environment:\n      - DATABASE_URL=postgres://app:hunter2@db/app\n',
    ],
    good: [
      'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD-}\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      MYSQL_ALLOW_EMPTY_PASSWORD: "yes"\n',
    ],
  },
  *check(project, file) {
    for (const service of project.services.values()) {
      const args = service.value.mapping('build')?.get('args');
      for (const pair of [...pairs(service.get('environment')), ...pairs(args)]) {
        const what = secretOf(pair);
        if (what === undefined || !pair.value) continue;
        const value = pair.value instanceof ScalarValue ? pair.value.part(0) : pair.value;
        yield {
          at: value,
          message: `${what} stands here for everyone who has this file. Let a variable or a secret bring it.`,
          ...secretFixes(file, { pair, value, service }),
        };
      }
    }
  },
});

/** What a value that is written in the file is, as the beginning of a sentence; `undefined` when it is no secret. */
function secretOf({ key, value, item }: Pair): string | undefined {
  if (!value || value.text === '' || item.kind !== 'scalar' || item.variables.length > 0) return undefined;
  const [token] = secretsIn(value.text);
  if (token) return capital(token.name);
  const [, password = ''] = /:\/\/[^/:@\s]*:([^/@\s]+)@/.exec(value.text) ?? [];
  if (password !== '') return 'An address with its password';
  return isSecretName(key) && !isPlain(value.text) ? `The value of \`${key}\`` : undefined;
}

/** More harmless words than in Dockerfiles, where only names can be judged; and names that run words together. */
function isSecretName(name: string): boolean {
  if (
    /(?:^|_)(?:mode|type|url|uri|host|port|user|username|enabled?|method|provider|name|id|path|dir|ttl|length|min|max|expiry|expires?(?:_in)?|timeout|expiration)$|allow_empty|random_root/i.test(
      name,
    )
  )
    return false;
  return hasSecretWord(name) || /(?:password|passwd|secret)$/i.test(name);
}

/** Switches, numbers, paths and addresses are no secrets. */
function isPlain(text: string): boolean {
  return /^(?:true|false|yes|no|on|off|none|null|default|disabled?|enabled?|\d{1,3})$|^[./]|^\w+:\/\//i.test(text);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
