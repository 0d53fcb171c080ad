import { isSecret } from '../image/buildArgs.ts';
import type { BuildAnswers } from '../image/buildForm.ts';
import type { DockerCommand } from './copy.ts';

/** `docker build` of what the form says. An argument that looks like a secret is taken from the shell's environment. */
export function buildCommand(path: string, answers: BuildAnswers): DockerCommand {
  const { tag, context, target, args, platform, noCache, pull } = answers;
  const given = Object.entries(args);
  return {
    title: 'Build',
    commands: [
      [
        'build',
        ...(tag === '' ? [] : ['--tag', tag]),
        '--file',
        path,
        ...(target === '' ? [] : ['--target', target]),
        ...given.flatMap(([name, value]) => ['--build-arg', isSecret(name) ? name : `${name}=${value}`]),
        ...(platform === '' ? [] : ['--platform', platform]),
        ...(noCache ? ['--no-cache'] : []),
        ...(pull ? ['--pull'] : []),
        context,
      ],
    ],
    withheld: given.map(([name]) => name).filter(isSecret),
  };
}
