/** Listens on a free port, tells the parent, and ends with it. @param {import('node:http').Server} server */
export function listen(server) {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address !== 'object') throw new Error('not listening on a port');
    process.send?.({ type: 'ready', origin: `http://127.0.0.1:${address?.port}` });
  });
  process.on('disconnect', () => process.exit(0));
}
