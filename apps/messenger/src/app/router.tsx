import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { NothingOpen } from './frame/nothing-open.tsx';
import { SessionGate } from './frame/session-gate.tsx';
import { ErrorScreen } from './routes/error-screen.tsx';
import { NotFoundScreen } from './routes/not-found-screen.tsx';

const root = createRootRoute({ component: SessionGate });

const welcome = createRoute({
  getParentRoute: () => root,
  path: 'welcome',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === 'string' ? { next } : {},
  component: lazyRouteComponent(
    () => import('../auth/welcome/welcome-layout.tsx'),
    'WelcomeLayout',
  ),
});
const door = createRoute({
  getParentRoute: () => welcome,
  path: '/',
  component: lazyRouteComponent(() => import('../auth/welcome/door.tsx'), 'Door'),
});
const signUp = createRoute({
  getParentRoute: () => welcome,
  path: 'sign-up',
  component: lazyRouteComponent(() => import('../auth/welcome/sign-up-form.tsx'), 'SignUpForm'),
});
const signIn = createRoute({
  getParentRoute: () => welcome,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('../auth/welcome/sign-in-form.tsx'), 'SignInForm'),
});
const link = createRoute({
  getParentRoute: () => welcome,
  path: 'link',
  component: lazyRouteComponent(() => import('../devices/linking/link-screen.tsx'), 'LinkScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  id: 'account',
  component: lazyRouteComponent(() => import('./frame/account-frame.tsx'), 'AccountFrame'),
});
const conversations = createRoute({
  getParentRoute: () => account,
  id: 'conversations',
  component: lazyRouteComponent(
    () => import('./routes/conversations-layout.tsx'),
    'ConversationsLayout',
  ),
});
const noConversation = createRoute({
  getParentRoute: () => conversations,
  path: '/',
  component: () => <NothingOpen />,
});
/** The community within which something is opened, that its channels stay beside it. */
const within = ({ in: community }: Record<string, unknown>): { in?: string } =>
  typeof community === 'string' ? { in: community } : {};

const conversation = createRoute({
  getParentRoute: () => conversations,
  path: 'c/$conversationId',
  validateSearch: within,
  component: lazyRouteComponent(
    () => import('./routes/conversation-route.tsx'),
    'ConversationRoute',
  ),
});
const person = createRoute({
  getParentRoute: () => conversations,
  path: 'u/$handle',
  validateSearch: within,
  component: lazyRouteComponent(() => import('./routes/person-route.tsx'), 'PersonRoute'),
});
const contactLink = createRoute({
  getParentRoute: () => conversations,
  path: 'hi/$token',
  component: lazyRouteComponent(
    () => import('./routes/contact-link-route.tsx'),
    'ContactLinkRoute',
  ),
});
const letIn = createRoute({
  getParentRoute: () => conversations,
  path: 'link',
  component: lazyRouteComponent(
    () => import('../devices/letting-in/let-in-screen.tsx'),
    'LetInScreen',
  ),
});
const join = createRoute({
  getParentRoute: () => conversations,
  path: 'join/$token',
  component: lazyRouteComponent(() => import('./routes/join-route.tsx'), 'JoinRoute'),
});
const community = createRoute({
  getParentRoute: () => conversations,
  path: 's/$communityId',
  component: lazyRouteComponent(
    () => import('../communities/view/community-overview.tsx'),
    'CommunityOverview',
  ),
});
const communityPeople = createRoute({
  getParentRoute: () => conversations,
  path: 's/$communityId/people',
  component: lazyRouteComponent(
    () => import('../communities/people/directory-pane.tsx'),
    'DirectoryPane',
  ),
});
const communitySettings = createRoute({
  getParentRoute: () => conversations,
  path: 's/$communityId/settings',
  component: lazyRouteComponent(
    () => import('../communities/view/manage-channels-pane.tsx'),
    'ManageChannelsPane',
  ),
});
const createCommunity = createRoute({
  getParentRoute: () => account,
  path: 'communities/new',
  component: lazyRouteComponent(
    () => import('./routes/create-community-route.tsx'),
    'CreateCommunityRoute',
  ),
});
const requests = createRoute({
  getParentRoute: () => account,
  path: 'requests',
  component: lazyRouteComponent(() => import('./routes/requests-layout.tsx'), 'RequestsLayout'),
});
const noRequest = createRoute({
  getParentRoute: () => requests,
  path: '/',
  component: () => <NothingOpen text="Choose a request to answer it." />,
});
const request = createRoute({
  getParentRoute: () => requests,
  path: '$requestId',
  component: lazyRouteComponent(() => import('./routes/request-route.tsx'), 'RequestRoute'),
});
const newMessage = createRoute({
  getParentRoute: () => account,
  path: 'new',
  component: lazyRouteComponent(() => import('./routes/new-message-route.tsx'), 'NewMessageRoute'),
});
const settings = createRoute({
  getParentRoute: () => account,
  path: 'settings/{-$section}',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

const moderation = createRoute({
  getParentRoute: () => account,
  path: 'moderation/{-$reportId}',
  component: lazyRouteComponent(
    () => import('../safety/reports/moderation/moderation-page.tsx'),
    'ModerationPage',
  ),
});

const routeTree = root.addChildren([
  welcome.addChildren([door, signUp, signIn, link]),
  account.addChildren([
    conversations.addChildren([
      noConversation,
      conversation,
      person,
      contactLink,
      letIn,
      join,
      community,
      communityPeople,
      communitySettings,
    ]),
    createCommunity,
    requests.addChildren([noRequest, request]),
    newMessage,
    settings,
    moderation,
  ]),
]);

/** Which address shows what. Only `app.tsx` imports this: screens use TanStack's typed links. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFoundScreen,
  // Every pane scrolls by itself and keeps its own place.
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
