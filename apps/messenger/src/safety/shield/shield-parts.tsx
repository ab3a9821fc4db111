import type { Message } from '@sotto/client';
import { Banner } from '@sotto/ui';
import { TriangleAlert } from 'lucide-react';
import { useConversationShield } from './shield-context.tsx';
import { WarningLine } from './warning-line.tsx';

/** Under a message: what to be careful about. */
export function MessageWarnings({ message: { key } }: { readonly message: Message }) {
  const shield = useConversationShield();
  const warnings = shield?.warnings.get(key);
  return warnings && <WarningLine warnings={warnings} onHide={() => shield?.hide(key)} />;
}

/** Under the header: whom the other person could be taken for. */
export function ImitationBanner() {
  const imitated = useConversationShield()?.imitated;
  return (
    imitated && (
      <Banner tone="caution" icon={<TriangleAlert aria-hidden="true" className="text-caution" />}>
        {imitated.reason}.
      </Banner>
    )
  );
}
