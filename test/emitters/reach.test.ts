import { expect, it } from 'vitest';
import { reachOf } from '../../src/emitters/reach.ts';

it.each([
  ['https://lastbus.example.org', 'everywhere'],
  ['https://lastbus.example.org/plans-of-families', 'everywhere'],
  ['https://8.8.8.8', 'everywhere'],
  ['http://lastbus.example.org', 'unencrypted'],
  ['http://100.200.1.1', 'unencrypted'],
  ['http://localhost:3000', 'machine'],
  ['https://lastbus.localhost', 'machine'],
  ['http://127.0.0.1:3000', 'machine'],
  ['http://[::1]:3000', 'machine'],
  ['http://192.168.1.20:3000', 'network'],
  ['http://10.0.0.7', 'network'],
  ['http://172.16.0.1', 'network'],
  ['https://172.31.255.1', 'network'],
  ['http://100.64.0.1', 'network'],
  ['http://[fd12::1]', 'network'],
  ['https://nas', 'network'],
  ['https://nas.local', 'network'],
  ['https://plans.home.arpa', 'network'],
  ['https://172.32.0.1', 'everywhere'],
])('%s can be reached from: %s', (publicUrl, reach) => {
  expect(reachOf(publicUrl)).toBe(reach);
});
