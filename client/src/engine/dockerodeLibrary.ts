/** The library in a bundle of its own: nothing of it is needed before an engine is asked. */
export { default as Docker } from 'dockerode';
