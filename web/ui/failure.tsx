import { MalformedAnswer, ProblemError } from "../api.ts";
import { useInterface } from "../interface.tsx";

/** Says in words what went wrong with a question to the server, and offers to ask again. */
export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const { texts } = useInterface();
  return (
    <section className="failure" role="alert">
      <h2>{texts.failure.title}</h2>
      <Reasons error={error} />
      <p>
        <button type="button" onClick={retry}>
          {texts.failure.retry}
        </button>
      </p>
    </section>
  );
}

function Reasons({ error }: { error: Error }) {
  const { texts } = useInterface();
  if (error instanceof MalformedAnswer) return <p>{texts.failure.malformed}</p>;
  if (!(error instanceof ProblemError)) return <p>{texts.failure.unreachable}</p>;
  const { status, title, detail, errors = [] } = error.problem;
  if (status >= 500) return <p>{texts.failure.unavailable}</p>;
  return (
    <>
      <p>
        <bdi>{detail ?? title}</bdi>
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path}>
              <bdi>
                <code>{path}</code>: {message}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
