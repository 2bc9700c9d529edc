import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { useInterface } from "../interface.tsx";

/** Keeps the frame standing when a page breaks; another address is a new beginning. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const { texts } = useInterface();
  const { pathname } = useLocation();
  return (
    <Boundary
      key={pathname}
      shown={<Broken title={texts.failure.title} text={texts.failure.crashed} reload={texts.failure.reload} />}
    >
      {children}
    </Boundary>
  );
}

/** For what breaks before there are texts, such as a catalogue that cannot be loaded: English, for want of another language. */
export function LastResort({ children }: { children: ReactNode }) {
  return (
    <Boundary
      shown={
        <main>
          <Broken title="This did not work" text="The page could not be loaded." reload="Load the page again" />
        </main>
      }
    >
      {children}
    </Boundary>
  );
}

function Broken({ title, text, reload }: { title: string; text: string; reload: string }) {
  return (
    <section className="failure" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <button type="button" onClick={() => window.location.reload()}>
          {reload}
        </button>
      </p>
    </section>
  );
}

class Boundary extends Component<{ shown: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.shown : this.props.children;
  }
}
