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
CREATE INDEX "erasures_workspace" ON "erasures" USING btree ("workspace");