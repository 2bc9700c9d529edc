import { useLocation } from "react-router";
import { languages } from "#domain/languages.ts";

/** Says for those who list pages which address is this page's own, and where it is in each language. */
export function PageAddresses() {
  const { pathname, search } = useLocation();
  const own = new URLSearchParams(search);
  const chosen = own.get("ui");
  own.delete("ui");
  const addressIn = (language?: string | null) => {
    const asked = new URLSearchParams(own);
    if (language) asked.set("ui", language);
    return `${window.location.origin}${pathname}${asked.size === 0 ? "" : `?${asked}`}`;
  };
  return (
    <>
      <link rel="canonical" href={addressIn(chosen)} />
      <link rel="alternate" hrefLang="x-default" href={addressIn()} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={addressIn(language)} />
      ))}
    </>
  );
}
