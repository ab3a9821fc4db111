import type { Clock } from '@sotto/kit';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { CSP_REPORTS_PATH } from './security-headers.ts';

const BODY_BYTES_MAX = 16_384;
const REPORTS_PER_MINUTE_MAX = 60;

/** @see https://w3c.github.io/reporting/#serialize-reports */
const reports = Compile(
  Type.Array(
    Type.Object({
      type: Type.String(),
      body: Type.Object({
        effectiveDirective: Type.Optional(Type.String({ maxLength: 64, pattern: '^[a-z-]+$' })),
        blockedURL: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      }),
    }),
    { maxItems: 50 },
  ),
);
type Report = Static<ReturnType<typeof reports.Type>>[number];

/**
 * Takes browsers' reports of what the content security policy stopped. Of each, only the rule and
 * the foreign origin are kept: the page's address and samples of scripts can be private.
 */
export function addCspReports(
  app: FastifyInstance,
  { clock, log }: { clock: Clock; log: Logger },
): void {
  let minute = 0;
  let taken = 0;

  app.post(CSP_REPORTS_PATH, { bodyLimit: BODY_BYTES_MAX }, (request, reply) => {
    const nowMinute = Math.floor(clock.nowMs() / 60_000);
    if (nowMinute !== minute) {
      minute = nowMinute;
      taken = 0;
    }
    taken += 1;
    if (taken > REPORTS_PER_MINUTE_MAX) {
      return reply
        .code(429)
        .header('retry-after', '60')
        .send({ errcode: 'M_LIMIT_EXCEEDED', error: 'Too many reports. Try again in a minute.' });
    }
    if (!reports.Check(request.body)) {
      return reply
        .code(400)
        .send({ errcode: 'M_BAD_JSON', error: 'This is not a list of reports.' });
    }
    for (const report of request.body) logReport(log, report);
    return reply.code(204).send();
  });
}

function logReport(log: Logger, report: Report): void {
  if (report.type !== 'csp-violation') return;
  const { effectiveDirective, blockedURL } = report.body;
  log.warn(
    { directive: effectiveDirective, blocked: originOf(blockedURL ?? '') },
    'a browser stopped something',
  );
}

/** `inline` and its like stay; an address is cut down to its origin. */
function originOf(blocked: string): string {
  if (/^[a-z-]{1,32}$/.test(blocked)) return blocked;
  return URL.canParse(blocked) ? new URL(blocked).origin : '(unreadable)';
}
