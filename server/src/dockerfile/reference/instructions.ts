import type { InstructionReference } from './instruction.ts';
import { instructions } from './instructions.data.ts';

const byName = new Map(instructions.map((instruction) => [instruction.name, instruction]));

/** What is known of an instruction, by its name in any case. */
export function instructionNamed(name: string): InstructionReference | undefined {
  return byName.get(name.toUpperCase());
}

/** Where the instruction is described in full. */
export function instructionPage(name: string): string {
  return `https://docs.docker.com/reference/dockerfile/#${name.toLowerCase()}`;
}
