import fc from 'fast-check';

const { REACHABLE_SEED: seed } = process.env;

if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
