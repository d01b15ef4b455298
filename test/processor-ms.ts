/**
 * Milliseconds of processor time that this process has used: bounds of rule P6 are about work, and a clock on the wall counts what other
 * processes do meanwhile.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
