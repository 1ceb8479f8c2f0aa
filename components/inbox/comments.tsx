"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useErrorWords } from "@/components/ui/error-words";
import { NoteField } from "@/components/ui/note-field";
import { Time } from "@/components/ui/time";
import { call } from "@/lib/client/call";
import { approvalOperations } from "@/lib/client/operations";
import type { Approval } from "@/lib/contracts/approvals";
import { failureSentence } from "./failure-sentence";
import { useInbox } from "./inbox-context";

/** Talk between those who decide; it changes nothing of the request. */
export function Comments({ approval, level }: { approval: Approval; level: 2 | 3 }) {
  const { viewer } = useInbox();
  const t = useTranslations("inbox.comments");
  if (approval.comments.length === 0 && !viewer.mayVote) return null;
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={`${approval.id}-comments`} className="flex flex-col gap-3">
      <Heading id={`${approval.id}-comments`} className="font-semibold text-base">
        {t("title")}
      </Heading>
      {approval.comments.length === 0 ? null : (
        <ol className="flex flex-col gap-3">
          {approval.comments.map((comment) => (
            <li key={comment.id} className="flex items-start gap-2.5">
              <Avatar name={comment.user.name} />
              <div className="min-w-0">
                <p className="text-sm">
                  <strong className="font-medium">{comment.user.name}</strong>{" "}
                  <Time at={comment.created_at} className="text-ink-faint" />
                </p>
                <p className="whitespace-pre-wrap break-words">{comment.body}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {viewer.mayVote ? <CommentForm id={approval.id} /> : null}
    </section>
  );
}

function CommentForm({ id }: { id: string }) {
  const { put } = useInbox();
  const t = useTranslations("inbox.comments");
  const failed = useTranslations("inbox.failure");
  const errorWords = useErrorWords();
  const [body, setBody] = useState("");
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    if (body.trim() === "") return setFailure(t("empty"));
    setSending(true);
    setFailure(null);
    try {
      put(await call(approvalOperations.comment, { params: { id }, body: { body: body.trim() } }));
      setBody("");
    } catch (error) {
      setFailure(failureSentence(error, failed, errorWords));
    } finally {
      setSending(false);
    }
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col items-start gap-2">
      <NoteField
        label={t("add")}
        hint={t("hint")}
        error={failure}
        className="w-full"
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <Button type="submit" loading={sending}>
        {t("send")}
      </Button>
    </form>
  );
}
