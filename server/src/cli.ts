#!/usr/bin/env node
import { runCommandLine } from './cli/commandLine.ts';

void runCommandLine();
