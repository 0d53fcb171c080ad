import type { Step } from '../model/step.ts';

/** A keyword in the case that an instruction of the file is written in. */
export function keywordLike({ keyword }: Step, name: string): string {
  return /^[a-z]/.test(keyword.text) ? name.toLowerCase() : name;
}
