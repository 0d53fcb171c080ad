/** The account and region that a registry's host in Amazon ECR stands for; `undefined` for any other host. */
export function parseEcrHost(host: string): { readonly account: string; readonly region: string } | undefined {
  const pattern = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
  const [, account, region] = pattern.exec(host) ?? [];
  return account === undefined || region === undefined ? undefined : { account, region };
}

/** What is wrong with a repository's name, by the rule of the CreateRepository call; `undefined` when it is sound. */
export function repositoryNameProblem(name: string): string | undefined {
  if (name === '') return 'A repository needs a name.';
  if (name.length < 2) return 'A repository’s name in Amazon ECR has at least 2 characters.';
  if (name.length > 256)
    return `A repository’s name in Amazon ECR has at most 256 characters; this has ${name.length}.`;
  if (/[A-Z]/.test(name)) return 'A repository’s name is lower case.';
  const wrong = name.split('/').find((part) => !/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(part));
  if (wrong === undefined) return undefined;
  if (wrong === '') return 'A repository’s name has no empty part between slashes.';
  return `“${wrong}” does not do: lower-case letters and digits, with single “.”, “_” or “-” between them.`;
}

/** A name that Amazon ECR takes, made of a repository's path: `library/my__app` gives `my-app`. */
export function suggestRepositoryName(path: string): string {
  const parts = path
    .replace(/^library\//, '')
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[^a-z0-9._-]+/g, '-').replace(/[._-]{2,}/g, '-'))
    .map((part) => part.replace(/^[._-]+|[._-]+$/g, ''));
  return parts.filter((part) => part !== '').join('/');
}

/** What is wrong with a region's code, or `undefined`: `eu-west-1`, `us-gov-east-1`, `ap-southeast-4`. */
export function regionProblem(region: string): string | undefined {
  return /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/.test(region) ? undefined : 'A region is written like “eu-west-1”.';
}
