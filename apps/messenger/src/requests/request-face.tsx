import type { RequestSummary } from '@sotto/client';
import { PersonAvatar } from '../app/index.ts';
import { requestName } from './request-name.ts';

export interface RequestFaceProps {
  readonly request: RequestSummary;
  readonly sizePx: number;
}

/** Whom one will be with: the person who asks, or the group or community they ask into. */
export function RequestFace({ request, sizePx }: RequestFaceProps) {
  const { id, from, group } = request;
  if (group === null) return <PersonAvatar person={from} sizePx={sizePx} />;
  const name = requestName(request);
  return <PersonAvatar name={name} id={id} avatar={group.avatar} sizePx={sizePx} />;
}
