/** Small jobs for the tests of runBatch: what a file holds tells what happens to it. */
import { threadId } from 'node:worker_threads';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function treat(bytes, options) {
  const words = new TextDecoder().decode(bytes);
  const [order, argument] = words.split(' ');
  switch (order) {
    case 'wait':
      await sleep(Number(argument));
      return { words, threadId };
    case 'loop':
      for (;;);
    case 'devour': {
      const hoard = [];
      for (;;) hoard.push(new Array(1e5).fill(hoard.length));
    }
    case 'exit':
      process.exit(3);
      break;
    case 'throw':
      throw new TypeError('第一行\n    at somewhere (file.js:1:2)');
    case 'later':
      setTimeout(() => {
        throw new Error('too late');
      }, 5);
      return sleep(10_000);
    case 'forgotten':
      void Promise.reject(new Error('nobody listens'));
      await sleep(5);
      return { words };
    case 'print':
      console.log('noise');
      console.error('noise');
      return { words };
    case 'uncloneable':
      return { words, function: () => {} };
    case 'fill':
      return { words, ballast: 'x'.repeat(Number(argument)) };
    default:
      return { words, options, threadId, memory: process.memoryUsage().rss };
  }
}
