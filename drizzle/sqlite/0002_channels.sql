CREATE TABLE `link_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`code_lookup` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_codes_code` ON `link_codes` (`workspace`,`code_lookup`);--> statement-breakpoint
CREATE INDEX `link_codes_person` ON `link_codes` (`workspace`,`person_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`place` text NOT NULL,
	`schedule` text NOT NULL,
	`paused` integer DEFAULT false NOT NULL,
	`position` text,
	`last_run_at` integer,
	`last_status` text,
	`last_found` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name` ON `sources` (`workspace`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `sources_place` ON `sources` (`workspace`,`channel`,`place`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `invocation` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `invocation_expires_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `follows` text;--> statement-breakpoint
CREATE INDEX `outbox_follows` ON `outbox` (`follows`);--> statement-breakpoint
ALTER TABLE `identities` ADD `profile_address` text;--> statement-breakpoint
ALTER TABLE `identities` ADD `direct_conversation` text;--> statement-breakpoint
ALTER TABLE `identities` ADD `unreachable_until` integer;--> statement-breakpoint
ALTER TABLE `identities` ADD `home_opened_at` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `digest_channel` text;--> statement-breakpoint
ALTER TABLE `attachments` ADD `ref` text;