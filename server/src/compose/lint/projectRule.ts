import type { Finding, Rule, Severity } from '../../lint/rule.ts';
import type { Located } from '../project/model.ts';
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
        yield* here(file, {
          all: findings.of(service, described.id, () => check(service)),
          severity: described.severity,
        });
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
    check: (file) => here(file, { all: check(file.project, file), severity: described.severity }),
  };
}

/**
 * A finding is told where it is, when that file is linted; an error also where the file is included or extended from, as
 * compose refuses that file, too.
 */
function* here(
  { document, project }: ComposeFile,
  { all, severity }: { readonly all: Iterable<Found>; readonly severity: Severity },
): Iterable<Finding> {
  for (const found of all) {
    const { document: other } = found.at;
    if (other.uri === document.uri) yield toFinding(found);
    else if ((found.severity ?? severity) === 'error') {
      const at = project.namedAt(other);
      if (at?.document.uri === document.uri) yield toFinding(fromElsewhere(found, at));
    }
  }
}

function fromElsewhere({ at: there, message, codes }: Found, at: Located): Found {
  const { uri } = there.document;
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const line = there.document.range(there).start.line + 1;
  return {
    at,
    message: `On line ${line} of \`${name}\`: ${message}`,
    ...(codes && { codes }),
    related: [{ at: there, message: 'This is meant.' }],
  };
}
