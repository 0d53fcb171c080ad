/**
 * BuildKit's build checks by name, with what each asks.
 * @see https://docs.docker.com/reference/build-checks/
 */
export const checks: readonly { readonly name: string; readonly doc: string; readonly experimental?: true }[] = [
  { name: 'ConsistentInstructionCasing', doc: 'Instructions are written in one case throughout the file.' },
  { name: 'CopyIgnoredFile', doc: 'What `COPY` and `ADD` take is not left out by `.dockerignore`.' },
  { name: 'DuplicateStageName', doc: 'No two stages have the same name.' },
  { name: 'ExposeInvalidFormat', doc: '`EXPOSE` has no address and no host port.' },
  { name: 'ExposeProtoCasing', doc: 'The protocol after `EXPOSE` is in lower case.' },
  { name: 'FromAsCasing', doc: '`AS` is written in the case of its `FROM`.' },
  { name: 'FromPlatformFlagConstDisallowed', doc: '`FROM --platform` is not a constant.' },
  { name: 'InvalidBaseImagePlatform', doc: 'The base image has the platform that is built for.' },
  { name: 'InvalidDefaultArgInFrom', doc: 'With the defaults of its arguments `FROM` names an image.' },
  {
    name: 'InvalidDefinitionDescription',
    doc: 'The comment above a stage or an argument begins with its name.',
    experimental: true,
  },
  { name: 'JSONArgsRecommended', doc: '`CMD` and `ENTRYPOINT` are in JSON form.' },
  { name: 'LegacyKeyValueFormat', doc: '`ENV` and `LABEL` have a `=` between name and value.' },
  { name: 'MaintainerDeprecated', doc: 'No `MAINTAINER`.' },
  { name: 'MultipleInstructionsDisallowed', doc: 'One `CMD`, `ENTRYPOINT` and `HEALTHCHECK` per stage.' },
  { name: 'NoEmptyContinuation', doc: 'No empty lines within an instruction.' },
  { name: 'RedundantTargetPlatform', doc: '`FROM --platform` is not `$TARGETPLATFORM`, which it is anyway.' },
  { name: 'ReservedStageName', doc: 'No stage is named `scratch` or `context`.' },
  { name: 'SecretsUsedInArgOrEnv', doc: 'No secrets in `ARG` and `ENV`.' },
  { name: 'StageNameCasing', doc: 'Stage names are in lower case.' },
  { name: 'UndefinedArgInFrom', doc: '`FROM` uses variables that are declared before it.' },
  { name: 'UndefinedVar', doc: 'Variables are set before they are used.' },
  { name: 'WorkdirRelativePath', doc: 'The first `WORKDIR` of a stage is absolute.' },
];
