/**
 * Runs a module in a process of its own, which tells what it has used: CPU time so far in microseconds, memory now and at
 * most in kilobytes.
 */
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const { maxRSS: peakKb } = process.resourceUsage();
  process.send?.({ type: 'usage', cpu: user + system, kb: process.memoryUsage.rss() / 1024, peakKb });
});

await import(new URL(process.argv[2] ?? '', import.meta.url).href);
