ALTER TABLE "identities" ADD COLUMN "profile_address" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "ref" text;