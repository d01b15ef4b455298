ALTER TABLE `outbox` ADD `last_word` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `provable` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `token_used_at` integer;--> statement-breakpoint
ALTER TABLE `submissions` ADD `proven_by` text;--> statement-breakpoint
CREATE INDEX `submissions_message` ON `submissions` (`workspace`,`channel`,`message_id`);