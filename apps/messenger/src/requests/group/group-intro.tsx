import type { GroupOffer, RequestSummary } from '@sotto/client';
import { PersonAvatar } from '../../app/index.ts';
import { readerCalendar, useNowMs } from '../../conversation/time/reader-calendar.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { FactList } from '../facts/fact-list.tsx';
import { RequestTime } from '../request-intro.tsx';
import { RequestFace } from '../request-face.tsx';
import { requestName } from '../request-name.ts';
import { groupFactsOf, sizeWords } from './group-words.ts';

export interface GroupIntroProps {
  readonly request: RequestSummary;
  readonly group: GroupOffer;
  /** It was hidden until a moment ago: whoever pressed for it goes on reading here. */
  readonly focused: boolean;
}

/** A group or community I am asked into: what it is, who is in it, what I would read, and who asks. */
export function GroupIntro({ request, group, focused }: GroupIntroProps) {
  const { kind, community, groupName, from } = request;
  const nowMs = useNowMs();
  const { dayNumber, dateWithYear } = readerCalendar();
  const facts = groupFactsOf({ group, community }, { nowMs, dayNumber, day: dateWithYear });
  return (
    <div className="flex w-full flex-col items-center gap-5 text-center">
      <div className="flex w-full flex-col items-center">
        <RequestFace request={request} sizePx={88} />
        <h2
          tabIndex={-1}
          ref={focused ? (heading) => heading?.focus() : null}
          className="mt-3 max-w-full text-page font-semibold text-balance wrap-anywhere outline-none"
        >
          {groupName === null ? requestName(request) : <bdi>{groupName}</bdi>}
        </h2>
        <p className="text-body text-quiet">{sizeWords({ group, community })}</p>
      </div>
      {group.description !== '' && (
        <p
          dir="auto"
          className="max-w-full text-start text-body whitespace-pre-line text-pretty wrap-anywhere"
        >
          {group.description}
        </p>
      )}
      {facts.length > 0 && <FactList label={`What is known of the ${kind}`} facts={facts} />}
      <div className="flex w-full flex-col items-center">
        <p className="flex max-w-full items-center gap-2 text-body">
          <PersonAvatar person={from} sizePx={28} />
          <span className="min-w-0 text-start wrap-anywhere">
            <bdi className="font-semibold">{nameOf(from)}</bdi> asks you to join
          </span>
        </p>
        <NameLine className="max-w-full text-small text-quiet">{from.handle}</NameLine>
        <RequestTime request={request} />
      </div>
    </div>
  );
}
