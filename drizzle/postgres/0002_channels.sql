CREATE TABLE "link_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"person_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"code_lookup" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"place" text NOT NULL,
	"schedule" text NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"position" text,
	"last_run_at" bigint,
	"last_status" text,
	"last_found" integer,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "invocation" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "invocation_expires_at" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "follows" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "profile_address" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "direct_conversation" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "unreachable_until" bigint;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "home_opened_at" bigint;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "digest_channel" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "ref" text;--> statement-breakpoint
CREATE UNIQUE INDEX "link_codes_code" ON "link_codes" USING btree ("workspace","code_lookup");--> statement-breakpoint
CREATE INDEX "link_codes_person" ON "link_codes" USING btree ("workspace","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_name" ON "sources" USING btree ("workspace","name");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_place" ON "sources" USING btree ("workspace","channel","place");--> statement-breakpoint
CREATE INDEX "outbox_follows" ON "outbox" USING btree ("follows");