// Starts what database tests stand on, once for a whole test run.
export default function setup(): void {}
