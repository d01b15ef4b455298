CREATE TABLE "resume_offers" (
	"workspace" text NOT NULL,
	"resume_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"person_id" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"asked_at" bigint,
	"submission_id" text,
	"answered_at" bigint,
	CONSTRAINT "resume_offers_workspace_resume_id_pk" PRIMARY KEY("workspace","resume_id")
);
--> statement-breakpoint
CREATE INDEX "resume_offers_person" ON "resume_offers" USING btree ("workspace","person_id","offered_at");