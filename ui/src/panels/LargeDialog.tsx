import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

interface LargeDialogProps {
  /** Its title has this with `-title` behind it. */
  id: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog nearly as large as the window; Escape and a click beside it close it. */
export function LargeDialog({ id, close, children }: LargeDialogProps) {
  return (
    <ModalOverlay
      className="overlay compare-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => open || close()}
    >
      <Modal className="compare-box">
        <Dialog className={`compare ${id}`} data-testid={id} aria-labelledby={`${id}-title`}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
