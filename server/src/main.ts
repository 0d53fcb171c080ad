import { serve } from './program.ts';

serve();
