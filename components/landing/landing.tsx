import { Wordmark } from "@/components/shell/wordmark";
import { LinkButton } from "@/components/ui/link-button";
import { ExampleDay } from "./example-day";

const CLAIMS = [
  {
    title: "Rules decide what they cover",
    text: "Each action of an agent is checked before it happens: by its own role, by the role of the person it works for, and by the policies your privacy office wrote. What nothing permits is denied.",
  },
  {
    title: "People decide the rest",
    text: "What a policy sends to a physician waits in the inbox until an eligible person approves or denies it. An approval counts once, for exactly the request that was read. No answer is a no.",
  },
  {
    title: "The log proves both",
    text: "No agent is answered before its decision is written down. Entries are chained and signed, patient data is held as commitments, and an auditor can check an export without this server.",
  },
] as const;

/** What somebody who is not signed in learns: what this is, in the time it takes to read three paragraphs. */
export function Landing({ demo }: { demo: boolean }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[68rem] flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center justify-between gap-4">
        <Wordmark />
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </header>
      <main className="flex flex-1 flex-col justify-center gap-16 py-12 sm:py-16">
        <div className="grid items-center gap-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
          <div className="flex flex-col gap-5">
            <h1 className="font-semibold text-3xl text-ink sm:text-4xl">
              <span className="block">Your AI agents ask first.</span>{" "}
              <span className="block">A physician has the last word.</span>
            </h1>
            <p className="max-w-[34rem] text-ink-muted text-lg">
              Kynara decides what a hospital’s AI agents may do, puts a person in front of the actions that
              need one, and proves afterwards what happened.
            </p>
            <div className="flex flex-wrap gap-3 pt-1">
              <LinkButton href="/sign-in" variant="primary" size="lg">
                {demo ? "Look around the demo hospital" : "Sign in"}
              </LinkButton>
            </div>
          </div>
          <ExampleDay />
        </div>
        <div className="grid gap-x-10 gap-y-8 border-line border-t pt-10 md:grid-cols-3">
          {CLAIMS.map((claim) => (
            <section key={claim.title} className="flex flex-col gap-1.5">
              <h2 className="font-semibold text-ink text-lg">{claim.title}</h2>
              <p className="text-base text-ink-muted">{claim.text}</p>
            </section>
          ))}
        </div>
      </main>
      <footer className="border-line border-t py-5 text-ink-faint text-sm">
        Kynara runs where you run it: one application over one PostgreSQL database. Nothing on this page is
        loaded from anywhere else.
      </footer>
    </div>
  );
}
