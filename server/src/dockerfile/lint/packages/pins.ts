import type { Finding } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { invocationsOf, isVariable, type PackageManager } from './manager.ts';

/** The installations of packages without a version: a finding on the first one, which names all of them. */
export function* unpinned(file: DockerfileFile, manager: PackageManager): Iterable<Finding> {
  for (const invocation of invocationsOf(file, manager)) {
    const { command, verb, operands } = invocation;
    if (!manager.installs.has(verb.text)) continue;
    const loose = operands.filter((word) => !isVariable(word) && !manager.pins.isPinned(word, invocation));
    const [first, ...others] = loose;
    if (first === undefined) continue;
    yield {
      range: file.range(first),
      subject: file.range(command),
      message: `Pin the version of ${loose.map(({ text }) => text).join(', ')}: ${manager.pins.form}.`,
      ...(others.length > 0 && {
        related: others.map((word) => ({ range: file.range(word), message: `${word.text} has no version either` })),
      }),
    };
  }
}
