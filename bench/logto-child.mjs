/** The embedded Logto as a child process, which tells too how much memory it has needed at most. */
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ type: 'memory', peakKb: process.resourceUsage().maxRSS });
});

await import('../apps/dev-logto/dist/main.js');
