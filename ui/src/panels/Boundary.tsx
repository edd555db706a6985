import { Component, type ReactNode } from "react";
import { complain } from "../core/failures";
import { useSpeech } from "../i18n";

/** Keeps a part of the window that fails from taking the others with it. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error) {
    complain(error);
  }

  override render() {
    return this.state.broken ? (
      <Broken again={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ again }: { again: () => void }) {
  const { t } = useSpeech();
  return (
    <div className="broken" role="alert">
      <h2>{t("broken.title")}</h2>
      <p>{t("broken.text")}</p>
      <button type="button" className="link" onClick={again}>
        {t("broken.again")}
      </button>
    </div>
  );
}
