import {
  BadgeInfo,
  Ban,
  Flag,
  KeyRound,
  Link2,
  Lock,
  LogOut,
  MailQuestionMark,
  Monitor,
  Moon,
  Palette,
  Shield,
  ShieldAlert,
  UserRound,
  UserRoundCog,
  UserRoundSearch,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { ReportsSection } from '../safety/reports/own/reports-section.tsx';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DevicesSection } from './devices/devices-section.tsx';
import { BlockedSection } from './people/blocked-section.tsx';
import { ContactLinksSection } from './people/contact-links-section.tsx';
import { FindSection } from './people/find-section.tsx';
import { ReachSection } from './people/reach-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { ExceptionsSection } from './quiet/exceptions-section.tsx';
import { QuietHoursSection } from './quiet/quiet-hours-section.tsx';
import { ProfileSection } from './profile/profile-section.tsx';
import { PasswordSection } from './security/password-section.tsx';
import { RecoverySection } from './security/recovery-section.tsx';
import type { Searchable } from './settings-search.ts';
import { ShieldSection } from './shield-section.tsx';
import { SignOutSection } from './security/sign-out-section.tsx';

export interface Section extends Searchable {
  readonly id: string;
  readonly icon: ComponentType;
  readonly content: ComponentType;
}

/** The whole settings page, in its order. */
export const sections: readonly Section[] = [
  {
    id: 'profile',
    title: 'Profile',
    words: [
      'name',
      'photo avatar picture',
      'username handle',
      'bio about pronouns',
      'time zone',
      'link qr code',
    ],
    icon: UserRound,
    content: ProfileSection,
  },
  {
    id: 'appearance',
    title: 'Appearance',
    words: ['theme', 'light', 'dark mode', 'text size', 'font', 'colours'],
    icon: Palette,
    content: AppearanceSection,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    words: [
      'blur sensitive photos nudity',
      'read receipts',
      'seen',
      'typing',
      'online',
      'last active',
      'presence',
      'status',
    ],
    icon: Shield,
    content: PrivacySection,
  },
  {
    id: 'quiet-hours',
    title: 'Quiet hours',
    words: ['do not disturb', 'night', 'sleep', 'silent', 'notifications', 'sound'],
    icon: Moon,
    content: QuietHoursSection,
  },
  {
    id: 'shield',
    title: 'Scam warnings',
    words: ['shield', 'phishing', 'fraud', 'links', 'strangers', 'safety', 'impersonation'],
    icon: ShieldAlert,
    content: ShieldSection,
  },
  {
    id: 'reach',
    title: 'Who can reach you',
    words: ['requests', 'strangers', 'messages', 'contacts', 'spam', 'refuse', 'people'],
    icon: MailQuestionMark,
    content: ReachSection,
  },
  {
    id: 'exceptions',
    title: 'Exceptions',
    words: ['people', 'groups', 'privacy', 'hide from', 'show to'],
    icon: UserRoundCog,
    content: ExceptionsSection,
  },
  {
    id: 'find',
    title: 'Who can find you',
    words: ['search', 'hidden', 'directory', 'discover', 'listed', 'people'],
    icon: UserRoundSearch,
    content: FindSection,
  },
  {
    id: 'links',
    title: 'Contact links',
    words: ['invite', 'share', 'qr code', 'card', 'people'],
    icon: Link2,
    content: ContactLinksSection,
  },
  {
    id: 'blocked',
    title: 'Blocked people',
    words: ['block', 'unblock', 'ignore', 'mute'],
    icon: Ban,
    content: BlockedSection,
  },
  {
    id: 'reports',
    title: 'Reports',
    words: ['report', 'abuse', 'moderator', 'appeal', 'suspended', 'complaint'],
    icon: Flag,
    content: ReportsSection,
  },
  {
    id: 'devices',
    title: 'Devices',
    words: ['sign out', 'phone', 'computer', 'browser', 'rename', 'lost'],
    icon: Monitor,
    content: DevicesSection,
  },
  {
    id: 'recovery',
    title: 'Recovery code',
    words: ['key', 'backup', 'lost device', 'new device', 'restore'],
    icon: KeyRound,
    content: RecoverySection,
  },
  {
    id: 'password',
    title: 'Password',
    words: ['change password', 'security'],
    icon: Lock,
    content: PasswordSection,
  },
  {
    id: 'about',
    title: 'About',
    words: ['version', 'licence', 'license', 'open source', 'keyboard', 'shortcuts', 'server'],
    icon: BadgeInfo,
    content: AboutSection,
  },
  {
    id: 'sign-out',
    title: 'Sign out',
    words: ['log out', 'leave', 'exit'],
    icon: LogOut,
    content: SignOutSection,
  },
];
