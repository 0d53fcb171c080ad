import { formatCheckstyle } from './checkstyle.ts';
import { formatCodacy } from './codacy.ts';
import { formatCodeClimate } from './codeclimate.ts';
import { formatGitLabCodeClimate } from './gitlabCodeclimate.ts';
import { formatGnu } from './gnu.ts';
import { formatJson } from './json.ts';
import { formatJUnit } from './junit.ts';
import type { ReportFormat } from './report.ts';
import { formatSarif } from './sarif.ts';
import { formatSonarQube } from './sonarqube.ts';
import { formatTty } from './tty.ts';

/** Every format that a report can have, by the name that hadolint gives it. */
export const reportFormats = {
  tty: formatTty,
  json: formatJson,
  checkstyle: formatCheckstyle,
  codeclimate: formatCodeClimate,
  gitlab_codeclimate: formatGitLabCodeClimate,
  gnu: formatGnu,
  codacy: formatCodacy,
  sonarqube: formatSonarQube,
  sarif: formatSarif,
  junit: formatJUnit,
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof reportFormats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(reportFormats, name);
}
