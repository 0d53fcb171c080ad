export interface ImportOptions {
  /** Absent: the image has no name. */
  readonly repository?: string;
  readonly tag?: string;
  readonly message?: string;
  /** Instructions of a Dockerfile that are applied to it: `CMD ["sh"]`, `ENV A=1`. */
  readonly changes?: readonly string[];
}

/** An image of Docker Hub that a search found. */
export interface FoundImage {
  readonly name: string;
  readonly description: string;
  readonly stars: number;
  readonly official: boolean;
}
