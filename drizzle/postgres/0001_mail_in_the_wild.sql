CREATE TABLE "application_notices" (
	"workspace" text NOT NULL,
	"application_id" text NOT NULL,
	"person_id" text NOT NULL,
	"told" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "application_notices_workspace_application_id_person_id_pk" PRIMARY KEY("workspace","application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"posting_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"resume_id" text NOT NULL,
	"person_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_selections" (
	"workspace" text NOT NULL,
	"person_id" text NOT NULL,
	"posting_id" text NOT NULL,
	"channel" text NOT NULL,
	"at" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "posting_selections_workspace_person_id_posting_id_channel_pk" PRIMARY KEY("workspace","person_id","posting_id","channel")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"candidate_id" text NOT NULL,
	"resume_id" text NOT NULL,
	"person_id" text NOT NULL,
	"author" text NOT NULL,
	"audience" text NOT NULL,
	"submission_id" text,
	"position" integer NOT NULL,
	"path" text NOT NULL,
	"op" text NOT NULL,
	"value" text NOT NULL,
	"anchor" text,
	"previous" text,
	"at" bigint NOT NULL,
	"retracted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "preference_versions" (
	"workspace" text NOT NULL,
	"person_id" text NOT NULL,
	"version" integer NOT NULL,
	"data" text NOT NULL,
	"submission_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "preference_versions_workspace_person_id_version_pk" PRIMARY KEY("workspace","person_id","version")
);
--> statement-breakpoint
CREATE TABLE "erased_events" (
	"workspace" text NOT NULL,
	"event" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "erased_events_workspace_event_pk" PRIMARY KEY("workspace","event")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"person_id" text,
	"scope" text NOT NULL,
	"reply" text,
	"phase" text NOT NULL,
	"progress" jsonb NOT NULL,
	"started_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_reports" (
	"workspace" text NOT NULL,
	"channel" text NOT NULL,
	"event_key" text NOT NULL,
	"outbox_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"at" bigint NOT NULL,
	CONSTRAINT "delivery_reports_workspace_channel_event_key_pk" PRIMARY KEY("workspace","channel","event_key")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"workspace" text NOT NULL,
	"channel" text NOT NULL,
	"address_lookup" text NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"at" bigint NOT NULL,
	"lifted_at" bigint,
	CONSTRAINT "suppressions_workspace_channel_address_lookup_kind_pk" PRIMARY KEY("workspace","channel","address_lookup","kind")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "posting_id" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "last_word" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "provable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "token_used_at" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "deferred_since" bigint;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "digest_weekday" text;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "posted_by" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "proven_by" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "location" text;--> statement-breakpoint
CREATE INDEX "application_notices_person" ON "application_notices" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "applications_posting" ON "applications" USING btree ("workspace","posting_id","at");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "applications" USING btree ("workspace","candidate_id");--> statement-breakpoint
CREATE INDEX "applications_submission" ON "applications" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "posting_selections_posting" ON "posting_selections" USING btree ("workspace","posting_id");--> statement-breakpoint
CREATE INDEX "corrections_resume" ON "corrections" USING btree ("workspace","resume_id","audience");--> statement-breakpoint
CREATE INDEX "corrections_person" ON "corrections" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "corrections_candidate" ON "corrections" USING btree ("workspace","candidate_id");--> statement-breakpoint
CREATE INDEX "erasures_workspace" ON "erasures" USING btree ("workspace");--> statement-breakpoint
CREATE INDEX "delivery_reports_outbox" ON "delivery_reports" USING btree ("outbox_id");--> statement-breakpoint
CREATE INDEX "submissions_message" ON "submissions" USING btree ("workspace","channel","message_id");