import type { HostMemory, SecretStore } from '../../client/src/registry/signIns.ts';

/** An editor's secret storage and memory. */
export class MemorySecrets implements SecretStore {
  readonly kept = new Map<string, string>();
  readonly remembered = new Map<string, unknown>();

  readonly memory: HostMemory = {
    get: (key) => this.remembered.get(key),
    update: async (key, value) => void this.remembered.set(key, value),
  };

  async get(key: string): Promise<string | undefined> {
    return this.kept.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
  }

  async delete(key: string): Promise<void> {
    this.kept.delete(key);
  }
}
