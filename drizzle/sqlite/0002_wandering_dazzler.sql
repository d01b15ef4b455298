ALTER TABLE `identities` ADD `profile_address` text;--> statement-breakpoint
ALTER TABLE `attachments` ADD `ref` text;