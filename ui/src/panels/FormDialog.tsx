import { Button, ButtonGroup, Content, Dialog, Form, Heading } from "@react-spectrum/s2";
import type { ReactNode } from "react";
import { useSpeech } from "../i18n";

interface FormDialogProps {
  title: string;
  /** What the button is called that sends the form. */
  go: string;
  testid: string;
  /** Whether the form can be sent. */
  ready: boolean;
  submit: () => void;
  close: () => void;
  size?: "S" | "XL";
  children: ReactNode;
}

/** A question with a form for its answer; Enter in a field sends it. */
export function FormDialog({
  title,
  go,
  testid,
  ready,
  submit,
  close,
  size = "S",
  children,
}: FormDialogProps) {
  const { t } = useSpeech();
  const send = () => ready && submit();
  return (
    <Dialog size={size}>
      <Heading slot="title">{title}</Heading>
      <Content>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {children}
          {/* Enter in a field sends a form of several fields only where it has a button for that. */}
          <button type="submit" hidden />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={close}>
          {t("dialog.cancel")}
        </Button>
        <Button variant="accent" isDisabled={!ready} onPress={send} data-testid={testid}>
          {go}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
