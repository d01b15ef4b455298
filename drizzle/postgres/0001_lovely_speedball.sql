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
ALTER TABLE "outbox" ADD COLUMN "deferred_since" bigint;--> statement-breakpoint
CREATE INDEX "delivery_reports_outbox" ON "delivery_reports" USING btree ("outbox_id");