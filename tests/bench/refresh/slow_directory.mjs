// A directory that takes its time: passes everything on to PORT, and every answer DELAY ms late.
//   node slow_directory.mjs LISTEN PORT DELAY
import net from 'node:net';

const [listen, port, delay] = process.argv.slice(2).map(Number);
net.createServer(client => {
	const server = net.connect(port, '127.0.0.1');
	const end = () => { client.destroy(); server.destroy(); };
	client.on('data', chunk => server.write(chunk)).on('close', end).on('error', end);
	server.on('data', chunk => setTimeout(() => client.destroyed || client.write(chunk), delay)).on('close', end).on('error', end);
}).listen(listen, '127.0.0.1');
