import { isRoomId, SPACE_CHILD_TYPE, type RoomId, type UserId } from '@sotto/protocol';
import type { RoomView, StateEvent } from '../../rooms/index.ts';
import { isSpace } from '../community-rules.ts';

/** As `children_state` of the hierarchy has it. */
export interface StrippedChild {
  readonly type: string;
  readonly state_key: string;
  readonly sender: UserId;
  readonly content: Record<string, unknown>;
  readonly origin_server_ts: number;
}

const ORDER_VALID = /^[\u0020-\u007E]{1,50}$/;

interface Child extends Pick<StateEvent, 'content' | 'sender' | 'originServerTs'> {
  readonly roomId: RoomId;
}

/** The rooms a space names, in its order: by `order`, then by age, then by id. */
export function childrenOf(view: RoomView): Child[] {
  if (!isSpace(view)) return [];
  const children = [...view.listState()].flatMap((event) => {
    const { type, stateKey, content, sender, originServerTs } = event;
    if (type !== SPACE_CHILD_TYPE || !isRoomId(stateKey)) return [];
    const { via } = content;
    if (!Array.isArray(via) || via.length === 0) return [];
    return [{ roomId: stateKey, content, sender, originServerTs }];
  });
  return children.toSorted((one, other) => {
    const [first, second] = [orderOf(one.content), orderOf(other.content)];
    if (first !== second) {
      if (first === null) return 1;
      return second === null || first < second ? -1 : 1;
    }
    return one.originServerTs - other.originServerTs || (one.roomId < other.roomId ? -1 : 1);
  });
}

function orderOf(content: Record<string, unknown>): string | null {
  const { order } = content;
  return typeof order === 'string' && ORDER_VALID.test(order) ? order : null;
}

export function strip(child: Child): StrippedChild {
  return {
    type: SPACE_CHILD_TYPE,
    state_key: child.roomId,
    sender: child.sender,
    content: child.content,
    origin_server_ts: child.originServerTs,
  };
}
