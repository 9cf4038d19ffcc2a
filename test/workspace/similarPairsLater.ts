import type { Pair } from './similarPairs.ts';

// Written after the first vocabulary and without a look at it; since then it was widened by them.

/** The same cause, told by different people in other words. */
export const LATER_SAME_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'disk filled by logs',
    one: {
      title: 'Order intake stopped overnight',
      summary: 'No orders were accepted between 02:10 and 05:40.',
      cause:
        'The root volume of the broker had no space left. Debug logging had been enabled during an investigation in March and rotation was not set up for that file, so it grew by 4 GB a day.',
      factors: 'The disk alert covers data volumes only.',
      services: ['orders'],
    },
    other: {
      title: 'Search nodes went read-only',
      summary: 'New listings did not show up in search for most of a morning.',
      cause:
        'Verbose request logs were written to the same partition as the index and were never truncated. When usage passed the flood watermark the cluster blocked writes.',
      factors: 'Nobody is paged for free space on these hosts.',
      services: ['search'],
    },
  },
  {
    name: 'missing index after migration',
    one: {
      title: 'Login slow for returning customers',
      summary: 'Login took 12 s at the median for 50 minutes.',
      cause:
        'The migration renamed the email column and the index on it was dropped with the old one. Each lookup scanned the entire users table.',
      factors: 'Staging holds two thousand users, so the scan was not noticeable there.',
      services: ['accounts'],
    },
    other: {
      title: 'Support console times out',
      summary: 'Support agents could not open tickets for an hour.',
      cause:
        'A schema change replaced the tickets table by a partitioned one without recreating the secondary indexes. The query planner fell back to sequential reads of 80 million rows.',
      factors: 'Test data is too small to show the plan change.',
      services: ['support'],
    },
  },
  {
    name: 'DNS record deleted by automation',
    one: {
      title: 'Public website unreachable',
      summary: 'The website could not be reached from outside for 25 minutes.',
      cause:
        'The clean-up job for stale DNS entries removed the A record of www, as its target was not in the inventory that the job compares with.',
      factors: 'The job has no dry run and no allow list.',
      services: ['web'],
    },
    other: {
      title: 'Webhooks from partners bounced',
      summary: 'All incoming webhooks were lost between 14:00 and 15:10.',
      cause:
        'Terraform destroyed the hosted zone entry for hooks.example.com when the module that declared it was moved. Resolvers answered NXDOMAIN until the record was created again.',
      factors: 'Deletions in the plan are not called out for review.',
      services: ['integrations'],
    },
  },
  {
    name: 'cache stampede',
    one: {
      title: 'Home page errors after cache flush',
      summary: 'A fifth of home page requests failed for 18 minutes.',
      cause:
        'After the Redis restart the cache was cold. Every web process recomputed the same feed at once and the feed database could not keep up with the load.',
      factors: 'Nothing coalesces concurrent misses of one key.',
      services: ['feed'],
    },
    other: {
      title: 'Pricing latency at midnight',
      summary: 'Prices took up to 30 s to load after midnight.',
      cause:
        'All price entries in memcached share one TTL and expired in the same second. Thousands of simultaneous misses went through to the pricing backend, which saturated.',
      factors: 'Expiry has no jitter and there is no single-flight lock.',
      services: ['pricing'],
    },
  },
  {
    name: 'clock and time zone',
    one: {
      title: 'Reminders sent an hour early',
      summary: '40,000 appointment reminders went out at the wrong hour on Sunday.',
      cause:
        'The scheduler stores local wall-clock time without an offset. When daylight saving time began, each job fired one hour off.',
      factors: 'No test crosses a clock change.',
      services: ['notifications'],
    },
    other: {
      title: 'Daily settlement ran twice',
      summary: 'Merchants got two payouts for 26 October.',
      cause:
        'Cron is evaluated in Europe/Berlin. In the night when summer time ended, 02:30 occurred two times, and the settlement was started on both.',
      factors: 'The run is not idempotent by business date.',
      services: ['payouts'],
    },
  },
  {
    name: 'unbounded queue, slow consumer',
    one: {
      title: 'Password reset mails hours late',
      summary: 'Mails arrived up to three hours after they were requested.',
      cause:
        'A marketing campaign put two million messages on the queue that transactional mail shares. The consumers work in order, so resets waited behind the campaign.',
      factors: 'There is one queue for all priorities.',
      services: ['mail'],
    },
    other: {
      title: 'Video uploads stuck in processing',
      summary: 'New uploads were not playable for most of the afternoon.',
      cause:
        'A bulk re-encoding of the archive was submitted to the same worker pool as live uploads. Interactive jobs sat at the end of a backlog of 300,000.',
      factors: 'Workers do not distinguish batch from interactive jobs.',
      services: ['media'],
    },
  },
  {
    name: 'expired credentials',
    one: {
      title: 'Nightly exports missing',
      summary: 'Finance had no exports for three days.',
      cause:
        'The service account key that the export job uses reached its 90-day limit. Uploads were rejected with 403 and the job swallowed the error.',
      factors: 'No one is told before a key lapses.',
      services: ['exports'],
    },
    other: {
      title: 'CI cannot push images',
      summary: 'No deployments were possible for half a day.',
      cause:
        'The registry token in the pipeline was only valid for one year and ran out on Monday. Authentication failed on every push.',
      factors: 'Token lifetimes are tracked nowhere.',
      services: ['ci'],
    },
  },
  {
    name: 'memory leak',
    one: {
      title: 'Chat disconnects every few hours',
      summary: 'Users were thrown out of chat in waves during the week.',
      cause:
        'The gateway keeps a listener for each closed socket. Memory climbs until the kernel kills the process, and all its sessions drop.',
      factors: 'Release 4.2 introduced the listener; soak tests run for ten minutes.',
      services: ['chat'],
    },
    other: {
      title: 'Report renderer restarts',
      summary: 'One in six reports failed to render since Tuesday.',
      cause:
        'Browser contexts are not released after rendering. The heap grows with each report, and the container is OOM-killed after about four hundred.',
      factors: 'There is no graph of memory by age of the container.',
      services: ['reports'],
    },
  },
  {
    name: 'untested failover',
    one: {
      title: 'Database outage after host failure',
      summary: 'All writes failed for 70 minutes.',
      cause:
        'The primary lost its host and the replica was not promoted: the failover script still referred to the virtual IP of the old data centre. It had not been exercised since the move.',
      factors: 'There are no failover drills.',
      services: ['core-db'],
    },
    other: {
      title: 'Telephony down during provider outage',
      summary: 'Customers could not call us for two hours.',
      cause:
        'The secondary carrier did not take over. Its configuration had drifted since the last switch-over test two years ago and it refused our calls.',
      factors: 'Switching to the standby is never practised.',
      services: ['telephony'],
    },
  },
  {
    name: 'health check too shallow',
    one: {
      title: 'Half of the requests failed after rollout',
      summary: 'Every second request to the catalogue got a 500.',
      cause:
        'The readiness probe answers 200 as soon as the port is open. New pods got traffic before their configuration was loaded, and the rollout carried on.',
      factors: 'Nothing compares error rates during a rollout.',
      services: ['catalogue'],
    },
    other: {
      title: 'Broken instances stayed in the load balancer',
      summary: 'A third of logins failed for 35 minutes.',
      cause:
        'The health endpoint returns OK without touching the session store. Instances that had lost their connection to it were considered healthy and kept receiving requests.',
      factors: 'The check was copied from a template.',
      services: ['login'],
    },
  },
];

/** The same symptom with another cause. */
export const LATER_OTHER_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'checkout 503: rate limit, bad query',
    one: {
      title: 'Checkout answers 503',
      summary: 'Checkout returned 503 for 20 minutes.',
      cause:
        'The fraud provider throttled us: a retry loop sent each call five times and used up the hourly quota. Checkout waits for the provider without a fallback.',
      services: ['checkout'],
    },
    other: {
      title: 'Checkout answers 503',
      summary: 'Checkout returned 503 for 35 minutes.',
      cause:
        'A report joined the orders table with itself and held its locks for half an hour. Statements of checkout waited for the lock until they were aborted.',
      services: ['checkout'],
    },
  },
  {
    name: 'login failing: clock skew, schema',
    one: {
      title: 'Users cannot sign in',
      summary: 'Sign-in failed for all users in Europe.',
      cause:
        'NTP was blocked by the new firewall policy, and the clock of two hosts drifted by six minutes. Their tokens were rejected as issued in the future.',
      services: ['auth'],
    },
    other: {
      title: 'Users cannot sign in',
      summary: 'Sign-in failed for one in three users.',
      cause:
        'The deployment removed a column that the previous version still reads. During the rolling update, old pods failed with an unknown column.',
      services: ['auth'],
    },
  },
  {
    name: 'site slow: noisy neighbour, N+1',
    one: {
      title: 'Site slow in the evening',
      summary: 'Page loads took over 8 s between 19:00 and 21:00.',
      cause:
        'A batch job of another tenant on the same nodes took all CPU. Our pods declare requests but no guaranteed share, and were throttled.',
      services: ['web'],
    },
    other: {
      title: 'Site slow in the evening',
      summary: 'Page loads took over 10 s between 18:30 and 20:00.',
      cause:
        'The new product list loads the stock of each article with a query of its own. A page made 240 queries, which evening traffic multiplied.',
      services: ['web'],
    },
  },
  {
    name: 'mails not delivered: DKIM, worker deadlock',
    one: {
      title: 'Mails not delivered',
      summary: 'Customers got no order confirmations for six hours.',
      cause:
        'The DKIM key was rotated at the sender and the public half was not published. Large providers rejected the mails as unsigned.',
      services: ['mail'],
    },
    other: {
      title: 'Mails not delivered',
      summary: 'Customers got no order confirmations for four hours.',
      cause:
        'Two workers waited for each other: one held the template lock and wanted the tenant lock, the other the reverse. The pool filled with blocked workers.',
      services: ['mail'],
    },
  },
  {
    name: 'data missing: retention, race',
    one: {
      title: 'Customer documents missing',
      summary: 'Documents of 120 customers could not be found.',
      cause:
        'A lifecycle rule on the bucket, meant for previews, matched the prefix of originals and deleted what was older than 30 days.',
      services: ['documents'],
    },
    other: {
      title: 'Customer documents missing',
      summary: 'Documents of 40 customers could not be found.',
      cause:
        'Two uploads at the same moment overwrote each other: the name is derived from the second of the upload and nothing checks whether it exists.',
      services: ['documents'],
    },
  },
  {
    name: 'pods crash looping: secret missing, CPU instruction',
    one: {
      title: 'Pods in CrashLoopBackOff',
      summary: 'The recommendation pods kept restarting for an hour.',
      cause:
        'The secret was renamed in the vault, and the chart still mounts it under the earlier name. The process ends at start when the variable is empty.',
      services: ['recommendations'],
    },
    other: {
      title: 'Pods in CrashLoopBackOff',
      summary: 'The recommendation pods kept restarting for two hours.',
      cause:
        'The base image was compiled for newer processors. On the older node pool the library stopped with an illegal instruction.',
      services: ['recommendations'],
    },
  },
  {
    name: 'both after a deployment',
    one: {
      title: 'Errors after deployment',
      summary: 'The API answered 500 right after the deployment.',
      cause:
        'A feature flag defaulted to on when the flag service could not be reached, so unfinished code ran for everyone.',
      services: ['api'],
    },
    other: {
      title: 'Errors after deployment',
      summary: 'The API answered 500 right after the deployment.',
      cause: 'The new JSON library writes dates as numbers. Mobile clients from last year could not read the answer.',
      services: ['api'],
    },
  },
  {
    name: 'both missed by an alert',
    one: {
      title: 'Payments to suppliers late',
      summary: 'Payments were two days late and nobody noticed.',
      cause:
        'The bank changed the format of the acknowledgement file, and our parser skipped lines that it did not recognise.',
      factors: 'There was no alert. The runbook was outdated.',
      services: ['payments'],
    },
    other: {
      title: 'Payments to suppliers late',
      summary: 'Payments were a day late and nobody noticed.',
      cause:
        'The leader election of the scheduler lost its lease in a network partition and no instance took the role for 20 hours.',
      factors: 'There was no alert. The runbook was outdated.',
      services: ['payments'],
    },
  },
  {
    name: 'both network: MTU, BGP',
    one: {
      title: 'Packet loss between regions',
      summary: 'Replication between regions stalled for 90 minutes.',
      cause: 'The new tunnel has a smaller MTU and drops ICMP, so path discovery failed and large packets disappeared.',
      services: ['network'],
    },
    other: {
      title: 'Packet loss between regions',
      summary: 'Replication between regions stalled for 40 minutes.',
      cause:
        'A peer announced a more specific prefix of ours. Our import filter accepts any length, and traffic took its way over the peer.',
      services: ['network'],
    },
  },
  {
    name: 'both disk full: snapshots, inodes',
    one: {
      title: 'Database out of disk',
      summary: 'Writes failed with no space left on device.',
      cause:
        'An inactive replication slot kept the write-ahead log of nine days. It belonged to a consumer that was switched off in spring.',
      services: ['db'],
    },
    other: {
      title: 'Build agents out of disk',
      summary: 'Builds failed with no space left on device.',
      cause:
        'Millions of small cache files used all inodes while half of the bytes were free. The clean-up looks at size only.',
      services: ['ci'],
    },
  },
];
