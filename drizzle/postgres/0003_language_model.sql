CREATE TABLE "model_answers" (
	"workspace" text NOT NULL,
	"resume_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"reserved" integer NOT NULL,
	"day" text NOT NULL,
	"answer" text,
	"at" bigint NOT NULL,
	CONSTRAINT "model_answers_workspace_resume_id_content_hash_pk" PRIMARY KEY("workspace","resume_id","content_hash")
);
--> statement-breakpoint
CREATE TABLE "model_spending" (
	"workspace" text NOT NULL,
	"period" text NOT NULL,
	"reserved" integer NOT NULL,
	"spent" integer NOT NULL,
	"calls" integer NOT NULL,
	"failed" integer NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	CONSTRAINT "model_spending_workspace_period_pk" PRIMARY KEY("workspace","period")
);
--> statement-breakpoint
CREATE INDEX "model_answers_candidate" ON "model_answers" USING btree ("workspace","candidate_id");