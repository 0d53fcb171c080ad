import { DockerfileLanguageServiceFactory, type DockerfileLanguageService } from 'dockerfile-language-service';
import type { ClientCapabilities } from 'vscode-languageserver';

/** dockerfile-language-service, told what the client can show. Its features stand behind ours, in `features/`. */
export function library(client: ClientCapabilities): DockerfileLanguageService {
  const service = DockerfileLanguageServiceFactory.createLanguageService();
  service.setCapabilities(client.textDocument ?? {});
  return service;
}

export type { DockerfileLanguageService };
