// Loaded into a process of the program before anything else (--import): writes a line into the file WAYS_OUT for every
// connection, look-up of a name, datagram, process and thread that it begins, whoever in it does so. Node tells each
// of them to `async_hooks` under the name of what is begun; where it leads stands in the resource once it is under way.

import { createHook } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';

const WAYS_OUT = /CONNECTWRAP|ADDRINFO|NAMEINFO|QUERYWRAP|UDP|HTTP2|QUIC|PROCESS|^WORKER/;

createHook({
  init(_id, type, _trigger, resource) {
    if (!WAYS_OUT.test(type)) return;
    queueMicrotask(() => {
      const { address, hostname, port } = resource;
      const where = [address ?? hostname, port].filter((part) => part !== undefined).join(':');
      appendFileSync(process.env.WAYS_OUT, `${type} ${where}\n`);
    });
  },
}).enable();
