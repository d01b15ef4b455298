ALTER TABLE "outbox" ADD COLUMN "last_word" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "provable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "token_used_at" bigint;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "proven_by" text;--> statement-breakpoint
CREATE INDEX "submissions_message" ON "submissions" USING btree ("workspace","channel","message_id");