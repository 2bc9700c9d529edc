import "@fontsource-variable/noto-sans";
import "@fontsource-variable/noto-sans-arabic";
import "./style.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import * as z from "zod/mini";
import { Pages } from "./routes.tsx";

// Zod would compile its parsers with `new Function`, which the content security policy refuses and reports.
z.config({ jitless: true });

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id root");

// Without transitions an address is shown before the next click: two quick clicks on filters are both kept.
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <BrowserRouter useTransitions={false}>
        <Pages />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
