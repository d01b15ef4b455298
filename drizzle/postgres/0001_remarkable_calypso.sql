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
CREATE INDEX "corrections_resume" ON "corrections" USING btree ("workspace","resume_id","audience");--> statement-breakpoint
CREATE INDEX "corrections_person" ON "corrections" USING btree ("workspace","person_id","at");--> statement-breakpoint
CREATE INDEX "corrections_candidate" ON "corrections" USING btree ("workspace","candidate_id");