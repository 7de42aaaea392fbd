/** Loaded before a program whose memory is measured: leaves its peak, in KiB, in a file. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.MIKRONET_BENCH_PEAK, String(process.resourceUsage().maxRSS));
});
