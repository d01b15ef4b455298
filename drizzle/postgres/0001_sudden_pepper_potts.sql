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
ALTER TABLE "outbox" ADD COLUMN "posting_id" text;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "posted_by" text;--> statement-breakpoint
CREATE INDEX "application_notices_person" ON "application_notices" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "applications_posting" ON "applications" USING btree ("workspace","posting_id","at");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "applications" USING btree ("workspace","candidate_id");--> statement-breakpoint
CREATE INDEX "applications_submission" ON "applications" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "posting_selections_posting" ON "posting_selections" USING btree ("workspace","posting_id");