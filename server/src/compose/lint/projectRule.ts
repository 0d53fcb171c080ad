import type { Finding, Rule } from '../../lint/rule.ts';
import type { Project } from '../project/project.ts';
import type { Service } from '../project/service.ts';
import type { ComposeFile } from './file.ts';
import { type Found, toFinding } from './found.ts';

type Described = Omit<Rule<ComposeFile>, 'check'>;

/** A rule that looks at one service at a time and at nothing else: it is not run again while the service stays as it is. */
export function serviceRule({
  check,
  ...described
}: Described & { readonly check: (service: Service) => Iterable<Found> }): Rule<ComposeFile> {
  return {
    ...described,
    *check(file) {
      const { findings } = file.project.main.source;
      for (const service of file.project.services.values())
        yield* here(
          file,
          findings.of(service, described.id, () => check(service)),
        );
    },
  };
}

/** A rule about what stands in several places of a project: references, conflicts, the file's surroundings. Run for each version. */
export function projectRule({
  check,
  ...described
}: Described & { readonly check: (project: Project, file: ComposeFile) => Iterable<Found> }): Rule<ComposeFile> {
  return {
    ...described,
    check: (file) => here(file, check(file.project, file)),
  };
}

/** A finding is told where it is, when that file is linted. */
function* here({ document }: ComposeFile, all: Iterable<Found>): Iterable<Finding> {
  for (const found of all) if (found.at.document.uri === document.uri) yield toFinding(found);
}
