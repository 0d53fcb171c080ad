/** What a running container takes at a moment. */
export interface ContainerStats {
  readonly readAt: number;
  /** Of one processor: 150 is one and a half. Absent in the first sample, which has nothing to be compared with. */
  readonly cpuPercent?: number;
  /** Bytes, without the page cache that could be given back. */
  readonly memory: number;
  /** Bytes that it may take. */
  readonly memoryLimit: number;
  /** Bytes since its start. */
  readonly received: number;
  readonly sent: number;
  readonly read: number;
  readonly written: number;
  readonly processes: number;
}
