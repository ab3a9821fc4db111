import type { RoomId, UserId } from '@sotto/protocol';
import type { Database } from '../../../storage/index.ts';
import type { FindView, RoomService, RoomView } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import { isAccessible, summaryOf, type RoomSummary } from './room-summary.ts';
import { childrenOf, strip, type StrippedChild } from './space-children.ts';

export interface HierarchyQuery {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly suggestedOnly: boolean;
  readonly limit: number | null;
  readonly depthMax: number | null;
  readonly from: string | null;
}

export interface HierarchyPage {
  readonly rooms: readonly (RoomSummary & { readonly children_state: StrippedChild[] })[];
  readonly next: string | null;
}

/** What one may know of rooms before one is in them. */
export interface Hierarchy {
  listHierarchy(query: HierarchyQuery): Promise<HierarchyPage>;
  getSummary(by: UserId, roomId: RoomId): Promise<RoomSummary & { readonly membership?: string }>;
}

const PAGE_DEFAULT = 50;
const PAGE_MAX = 100;
const DEPTH_MAX = 10;
/** A tree larger than that is cut off: it would be walked anew for every page. */
const ROOMS_MAX = 1_000;

interface Place {
  readonly suggestedOnly: boolean;
  readonly depthMax: number;
}

export function createHierarchy(deps: {
  readonly db: Database;
  readonly rooms: Pick<RoomService, 'findView'>;
}): Hierarchy {
  const find: FindView = (roomId) => deps.rooms.findView(deps.db.read, roomId);

  async function findAccessible(by: UserId, roomId: RoomId): Promise<RoomView | null> {
    const view = await find(roomId);
    return view && (await isAccessible(view, by, find)) ? view : null;
  }

  /** Depth first, each room once, in the order in which the spaces name them. */
  async function walk(root: RoomView, by: UserId, { suggestedOnly, depthMax }: Place) {
    const found: HierarchyPage['rooms'][number][] = [];
    const seen = new Set<RoomId>([root.head.roomId]);

    async function visit(view: RoomView, depth: number): Promise<void> {
      const children = childrenOf(view).filter(
        ({ content }) => !suggestedOnly || content['suggested'] === true,
      );
      const views: RoomView[] = [];
      const shown: StrippedChild[] = [];
      for (const child of children) {
        const childView = await findAccessible(by, child.roomId);
        if (!childView) continue;
        views.push(childView);
        shown.push(strip(child));
      }
      found.push({ ...summaryOf(view), children_state: shown });
      if (depth >= depthMax) return;
      for (const childView of views) {
        const { roomId } = childView.head;
        if (seen.has(roomId) || found.length >= ROOMS_MAX) continue;
        seen.add(roomId);
        await visit(childView, depth + 1);
      }
    }

    await visit(root, 0);
    return found;
  }

  return {
    async listHierarchy({ by, roomId, from, ...query }) {
      const depthMax = Math.min(query.depthMax ?? DEPTH_MAX, DEPTH_MAX);
      const place = { suggestedOnly: query.suggestedOnly, depthMax };
      const start = startOf(from, place);
      const root = await findAccessible(by, roomId);
      if (!root) {
        throw refuse('hierarchy_not_found', 'There is no such conversation, or you are not in it.');
      }
      const rooms = await walk(root, by, place);
      const end = start + Math.min(query.limit ?? PAGE_DEFAULT, PAGE_MAX);
      return {
        rooms: rooms.slice(start, end),
        next: end < rooms.length ? tokenOf(end, place) : null,
      };
    },

    async getSummary(by, roomId) {
      const view = await findAccessible(by, roomId);
      if (!view) throw refuse('summary_not_found', 'There is no such conversation.');
      const membership = view.membershipOf(by);
      return { ...summaryOf(view), ...(membership !== null && { membership }) };
    },
  };
}

/** Says how it was asked, which must not change from page to page. */
function tokenOf(start: number, { suggestedOnly, depthMax }: Place): string {
  return `h${start}.${suggestedOnly ? 1 : 0}.${depthMax}`;
}

function startOf(token: string | null, place: Place): number {
  if (token === null) return 0;
  const match = /^h(\d{1,7})\./.exec(token);
  const start = Number(match?.[1]);
  if (match && token === tokenOf(start, place)) return start;
  throw refuse('hierarchy_token_invalid', 'This paging token was not given out for this question.');
}
